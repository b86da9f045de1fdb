import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { restorePrepared, type Signer, sign, signerFor, signJwt } from '@insigne/open-badges'
import { AchievementFile } from './achievement-file.ts'
import { readArguments, UsageError, withUsage } from './arguments.ts'
import { draftFor, faultOf } from './draft.ts'
import { parseInputFile, readInputFile } from './input-file.ts'
import { type IssueWords, issueWords } from './issue-words.ts'
import { KeyFile } from './key-file.ts'
import { french } from './language.ts'
import { type Bake, openPicture } from './picture.ts'
import { decodeText, readRecipients } from './recipients.ts'

const options = {
  key: { type: 'string' },
  achievement: { type: 'string' },
  recipients: { type: 'string' },
  out: { type: 'string' },
  proof: { type: 'string' },
  bake: { type: 'string' },
} as const

interface Order {
  key: KeyFile
  achievement: AchievementFile
  signer: Signer
  proof: 'eddsa-rdfc-2022' | 'jwt'
  bake: Bake | undefined
  t: IssueWords
}

/** `insigne issue --key … --achievement … --recipients … --out … [--proof …] [--bake …]` */
export const run = (argv: string[]): Promise<number> =>
  withUsage(async () => {
    const fr = french()
    const t = issueWords(fr)
    const { values, rest } = readArguments(argv, options, { fr })
    if (rest[0] !== undefined) throw new UsageError(t.rest(rest[0]))
    const need = (name: 'key' | 'achievement' | 'recipients' | 'out'): string => {
      const value = values[name]
      if (value === undefined || value === '') throw new UsageError(t.needed(name))
      return value
    }
    const [keyPath, achievementPath, listPath, out] = [
      need('key'),
      need('achievement'),
      need('recipients'),
      need('out'),
    ]
    const proof = oneOf(values.proof ?? 'eddsa-rdfc-2022', ['eddsa-rdfc-2022', 'jwt'], t.proof)
    const picture = oneOf(values.bake ?? 'none', ['png', 'svg', 'none'], t.bake)

    const key = parseInputFile(await readInputFile(keyPath, 2, t), KeyFile, () => t.notKey(keyPath))
    const achievement = parseInputFile(await readInputFile(achievementPath, 2, t), AchievementFile, (why) =>
      t.notAchievement(achievementPath, why),
    )
    const rows = readRecipients(decodeText(await readInputFile(listPath, 16, t)))
    if (rows === undefined) throw new UsageError(t.columns(listPath))
    if (rows.length === 0) throw new UsageError(t.noRows(listPath))
    const signer = await signerFor(key).catch(() => {
      throw new UsageError(t.notKey(keyPath))
    })
    await openFolder(out, t)

    const bake =
      picture === 'none' ? undefined : await openPicture(achievement, picture, t.picture(achievementPath))
    const order: Order = { key, achievement, signer, proof, bake, t }
    const digits = String(rows.length).length
    let issued = 0
    for (const [index, row] of rows.entries()) {
      const draft = await draftFor(order, row)
      const refused =
        'refused' in draft ? draft.refused : await issueOne(order, draft.json, out, nameOf(index, digits))
      if (refused === undefined) issued += 1
      else process.stdout.write(`${t.line(row.line, refused)}\n`)
    }
    process.stdout.write(`issued ${issued}, refused ${rows.length - issued}\n`)
    return issued === rows.length ? 0 : 1
  })

const nameOf = (index: number, digits: number) => `badge-${String(index + 1).padStart(digits, '0')}`

/** Signs one credential and writes its files; the reason where the standard refuses it. */
async function issueOne(order: Order, json: string, out: string, name: string): Promise<string | undefined> {
  const { signer, key, proof, bake, t } = order
  const { verificationMethod } = key
  let text: string
  try {
    const prepared = restorePrepared(json)
    text =
      proof === 'jwt'
        ? await signJwt(prepared, { signer, verificationMethod })
        : JSON.stringify(await sign(prepared, { signer, verificationMethod }), null, 2)
  } catch (error) {
    return t.refused(faultOf(error))
  }
  const ending = proof === 'jwt' ? 'jwt' : 'json'
  await writeFile(join(out, `${name}.${ending}`), proof === 'jwt' ? text : `${text}\n`, { flag: 'wx' })
  if (bake !== undefined) {
    const baked = await bake(text)
    await writeFile(join(out, `${name}.${baked.ending}`), baked.content, { flag: 'wx' })
  }
  return undefined
}

function oneOf<const T extends readonly string[]>(text: string, allowed: T, sentence: string): T[number] {
  const found = allowed.find((one) => one === text)
  if (found === undefined) throw new UsageError(sentence)
  return found
}

async function openFolder(out: string, t: IssueWords): Promise<void> {
  try {
    await mkdir(out, { recursive: true })
    if ((await readdir(out)).length === 0) return
  } catch {
    throw new UsageError(t.cannot(out))
  }
  throw new UsageError(t.folder(out))
}
