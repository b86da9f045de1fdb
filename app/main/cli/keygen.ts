import { writeFile } from 'node:fs/promises'
import { readArguments, UsageError, withUsage } from './arguments.ts'
import type { KeyFile } from './key-file.ts'
import { french } from './language.ts'

const words = (fr: boolean) =>
  fr
    ? {
        out: 'Dites où écrire la clé : --out FICHIER.',
        rest: (text: string) => `« ${text} » est en trop.`,
        did: 'Après --did, écrivez « key » ou « web:HÔTE », par exemple web:badges.exemple.fr.',
        exists: (file: string) =>
          `« ${file} » existe déjà. Une clé n’est jamais écrasée : choisissez un autre nom.`,
        cannot: (file: string) => `« ${file} » ne peut pas être écrit. Vérifiez le dossier et vos droits.`,
        done: (did: string, file: string) =>
          `Émetteur ${did}\nClé secrète dans ${file} : gardez-la pour vous.`,
        publish: (url: string) => `Publiez ce document à l’adresse ${url} :`,
      }
    : {
        out: 'Say where to write the key: --out FILE.',
        rest: (text: string) => `“${text}” is one too many.`,
        did: 'After --did, write “key” or “web:HOST”, for example web:badges.example.org.',
        exists: (file: string) =>
          `“${file}” exists already. A key is never overwritten: choose another name.`,
        cannot: (file: string) => `“${file}” cannot be written. Check the folder and your rights.`,
        done: (did: string, file: string) => `Issuer ${did}\nSecret key in ${file}: keep it to yourself.`,
        publish: (url: string) => `Publish this document at ${url}:`,
      }

/** `insigne keygen --out KEYFILE [--did key|web:HOST]` */
export const run = (argv: string[]): Promise<number> =>
  withUsage(async () => {
    const fr = french()
    const t = words(fr)
    const options = { out: { type: 'string' }, did: { type: 'string' } } as const
    const { values, rest } = readArguments(argv, options, { fr })
    if (rest[0] !== undefined) throw new UsageError(t.rest(rest[0]))
    const { out } = values
    if (out === undefined || out === '') throw new UsageError(t.out)
    const { didDocument, didKey, didWebUrl, generateKey, OpenBadgesError } = await import(
      '@insigne/open-badges'
    )

    const key = await generateKey('Ed25519')
    const web = webDid(values.did ?? 'key')
    if (web === undefined) throw new UsageError(t.did)
    const did = web === 'key' ? didKey(key.publicKeyMultibase) : web
    let address: string | undefined
    try {
      address = web === 'key' ? undefined : didWebUrl(did)
    } catch (error) {
      throw error instanceof OpenBadgesError ? new UsageError(t.did) : error
    }
    const file: KeyFile = { did, verificationMethod: `${did}#${key.publicKeyMultibase}`, ...key }
    await writeKey(out, file, t)
    process.stdout.write(`${t.done(did, out)}\n`)
    if (address !== undefined) {
      const document = didDocument({ did, keys: [{ publicKeyMultibase: key.publicKeyMultibase }] })
      process.stdout.write(`${t.publish(address)}\n${JSON.stringify(document, null, 2)}\n`)
    }
    return 0
  })

/** `key`, a did:web, or undefined. A port may be written `:3000`; in a DID it reads `%3A3000`. */
function webDid(text: string): string | undefined {
  if (text === 'key' || text === 'did:key') return 'key'
  const host = /^(?:did:)?web:(.+)$/.exec(text)?.[1]
  if (host === undefined) return undefined
  return `did:web:${host.replace(/^([^:%/]+):(\d{2,5})(?=:|$)/, '$1%3A$2')}`
}

async function writeKey(out: string, file: KeyFile, t: ReturnType<typeof words>): Promise<void> {
  try {
    await writeFile(out, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new UsageError(exists ? t.exists(out) : t.cannot(out))
  }
}
