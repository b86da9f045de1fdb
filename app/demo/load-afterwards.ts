import { accountIdOfAddress } from '../domains/accounts/index.ts'
import { backpackOf, type EntryLine, keepCredential, publishPage } from '../domains/backpack/index.ts'
import { createCode } from '../domains/claims/index.ts'
import { revokeCredential } from '../domains/issuing/index.ts'
import type { Context } from '../infra/context.ts'
import { keeps, openCode, shown, withdrawn } from './data/afterwards.ts'
import { demoAddress, demoPeople } from './data/people.ts'

export interface Awarded {
  /** Achievement ids by their key in the demo. */
  achievements: ReadonlyMap<string, string>
  /** How many badges each person is to receive, by name. */
  received: ReadonlyMap<string, number>
}

const atOnce = 6

/** People answer, show, and an issuer corrects itself: each through their own account and rights. */
export async function loadAfterwards(ctx: Context, awarded: Awarded): Promise<void> {
  const keepers = demoPeople.filter((_, order) => keeps(order))
  for (let first = 0; first < keepers.length; first += atOnce)
    await Promise.all(keepers.slice(first, first + atOnce).map(({ name }) => answer(ctx, name, awarded)))
  await withdrawOne(ctx, awarded)
  const now = ctx.clock.now()
  await createCode(await as(ctx, openCode.by), {
    ...openCode,
    achievementId: idOf(awarded, openCode.achievement),
    opensAt: now,
    closesAt: new Date(now.getTime() + openCode.days * 24 * 3_600_000),
    approval: 'automatic',
  })
}

/** Keeps what was received, but for one: something is left to answer. Shows what is to be shown. */
async function answer(ctx: Context, name: string, awarded: Awarded): Promise<void> {
  const own = await as(ctx, name)
  const lines = await receivedBy(own, awarded.received.get(name) ?? 0)
  const toShow = shown
    .filter((one) => one.person === name)
    .map(({ achievement }) => lineOf(lines, idOf(awarded, achievement)))
  const left = lines.length > 1 ? lines.find((line) => !toShow.includes(line)) : undefined
  for (const line of lines) if (line !== left) await keepCredential(own, { entryId: line.entry.id })
  for (const { entry } of toShow) await publishPage(own, entry.id)
}

async function withdrawOne(ctx: Context, awarded: Awarded): Promise<void> {
  const lines = await backpackOf(await as(ctx, withdrawn.person))
  const { credential } = lineOf(lines, idOf(awarded, withdrawn.achievement))
  await revokeCredential(await as(ctx, withdrawn.by), credential.id, withdrawn.reason)
}

// Backpacks fill in reaction to the signatures, a moment after them.
async function receivedBy(own: Context, expected: number): Promise<EntryLine[]> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const lines = await backpackOf(own)
    if (lines.length >= expected) return lines
    if (Date.now() > deadline) throw new Error('The demo badges did not reach their backpacks.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function lineOf(lines: readonly EntryLine[], achievementId: string): EntryLine {
  const line = lines.find(({ credential }) => credential.achievementId === achievementId)
  if (line === undefined) throw new Error('The demo shows a badge that was not awarded')
  return line
}

function idOf({ achievements }: Awarded, key: string): string {
  const id = achievements.get(key)
  if (id === undefined) throw new Error(`The demo has no badge ${key}`)
  return id
}

async function as(ctx: Context, name: string): Promise<Context> {
  const accountId = await accountIdOfAddress(ctx, demoAddress(name))
  if (accountId === undefined) throw new Error(`The demo has nobody named ${name}`)
  return { ...ctx, viewer: { kind: 'person', accountId, sessionId: '', operator: false } }
}
