import type { JsonObject } from '../json.ts'
import achievementCredential from './achievement-credential.json' with { type: 'json' }
import endorsementCredential from './endorsement-credential.json' with { type: 'json' }

const base = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_'

/** The pinned schemas, by the address that credentials name. */
export const pinnedSchemas: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  [`${base}achievementcredential_schema.json`, achievementCredential],
  [`${base}endorsementcredential_schema.json`, endorsementCredential],
])
