import { readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '../packages/open-badges/src/contexts')
const files: Record<string, string> = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'ob-3.0.3.json',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2.json',
  'https://w3id.org/security/multikey/v1': 'multikey-v1.json',
  'https://www.w3.org/ns/did/v1': 'did-v1.json',
}

/** The contexts that the peers need, from the library's own pinned copies: nothing is fetched. */
export const contexts = new Map(
  Object.entries(files).map(([url, file]) => [
    url,
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object,
  ]),
)
