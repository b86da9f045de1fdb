import { accountIdOfAddress, ensureAccount } from '../domains/accounts/index.ts'
import {
  adoptTemplate,
  createAchievement,
  offerTemplate,
  publishAchievement,
  saveDraft,
  steps,
} from '../domains/achievements/index.ts'
import { batchById, confirmBatch, createBatch } from '../domains/claims/index.ts'
import {
  addMember,
  createOrganisation,
  inviteToNetwork,
  joinNetwork,
} from '../domains/organisations/index.ts'
import { areaByCode, ensureTerritory } from '../domains/territories/index.ts'
import type { Context } from '../infra/context.ts'
import type { DemoAchievement } from './data/achievement.ts'
import { demoAchievements } from './data/achievements.ts'
import { narratives } from './data/narratives.ts'
import { demoNetworks, demoOrganisations, demoTerritories } from './data/organisations.ts'
import { type DemoPerson, demoAddress, demoPeople } from './data/people.ts'
import { loadAfterwards } from './load-afterwards.ts'
import { addNeighbour } from './neighbour.ts'

/**
 * Tells the story of the demo through the product's own actions, so that it proves the doors. The worker must
 * be running: it makes the keys and signs.
 */
export async function loadDemo(ctx: Context): Promise<{ badges: number }> {
  const past = monthsAgo(ctx, 15)
  for (const one of firstSigns) await ensureAccount(ctx, { ...one, demo: true })
  const organisations = await loadOrganisations(at(ctx, past))
  for (const person of demoPeople) await ensureAccount(ctx, { ...person, demo: true })

  const batches: string[] = []
  const achievements = new Map<string, string>()
  const received = new Map<string, number>()
  let badges = 0
  for (const [order, one] of demoAchievements.entries()) {
    const organisationId = named(organisations, one.organisation)
    const model = one.follows === undefined ? undefined : named(achievements, one.follows)
    const { achievementId } = await loadAchievement(at(ctx, past), organisationId, one, model)
    achievements.set(one.key, achievementId)
    const day = new Date(past.getTime() + (order + 1) * 14 * 24 * 3_600_000)
    const people = recipientsOf(one)
    const batchId = await createBatch(at(ctx, day), {
      achievementId,
      list: { kind: 'paste', text: listOf(one, people) },
    })
    await confirmBatch(at(ctx, day), batchId)
    batches.push(batchId)
    badges += people.length
    for (const { name } of people) received.set(name, (received.get(name) ?? 0) + 1)
  }
  await allDone(ctx, batches)
  await loadAfterwards(ctx, { achievements, received })
  await addNeighbour(ctx)
  await ensureAccount(ctx, { ...lastSign, demo: true })
  return { badges }
}

const at = (ctx: Context, time: Date): Context => ({ ...ctx, clock: { now: () => time } })

function monthsAgo(ctx: Context, months: number): Date {
  const date = new Date(ctx.clock.now())
  date.setUTCMonth(date.getUTCMonth() - months)
  return date
}

async function loadOrganisations(ctx: Context): Promise<Map<string, string>> {
  const territories = new Map<string, string>()
  for (const one of demoTerritories)
    territories.set(one.slug, (await ensureTerritory(ctx, { ...one, demo: true })).id)
  const ids = new Map<string, string>()
  const slugs = new Map<string, string>()
  for (const one of demoOrganisations) {
    const { key, territory, area, staff, qualityAssurance, ...rest } = one
    const place = area === undefined ? undefined : await areaByCode(ctx, area)
    const owner = staff.find((member) => member.role === 'owner')
    const ownerId =
      owner === undefined
        ? undefined
        : await ensureAccount(ctx, { name: owner.name, address: demoAddress(owner.name), demo: true })
    const organisation = await createOrganisation(ctx, {
      ...rest,
      territoryId: place?.id ?? territories.get(territory),
      qualityAssurance: qualityAssurance ?? undefined,
      demo: true,
      ownerId,
    })
    ids.set(key, organisation.id)
    slugs.set(key, organisation.slug)
    for (const { name, role } of staff)
      if (role !== 'owner')
        await addMember(ctx, { organisationId: organisation.id, address: demoAddress(name), name, role })
  }
  for (const { network, members } of demoNetworks)
    for (const member of members) {
      await inviteToNetwork(ctx, named(ids, network), named(slugs, member))
      await joinNetwork(ctx, named(ids, network), named(ids, member))
    }
  return ids
}

function named(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo has no ${key}`)
  return id
}

async function loadAchievement(ctx: Context, organisationId: string, one: DemoAchievement, model?: string) {
  const made =
    model === undefined
      ? await createAchievement(ctx, organisationId, one.facts.nature)
      : await adoptTemplate(ctx, organisationId, model)
  for (const step of steps) await saveDraft(ctx, made.achievementId, step, one.facts)
  await publishAchievement(ctx, made.achievementId)
  if (one.offered !== undefined) await offerTemplate(ctx, made.achievementId, one.offered)
  return made
}

function recipientsOf({ awards }: DemoAchievement): DemoPerson[] {
  const all = demoPeople.filter((person) => awards.place === 'all' || person.place === awards.place)
  return all
    .map((_, order) => all[(order + awards.start) % all.length])
    .flatMap((one) => one ?? [])
    .slice(0, awards.count)
}

/** A list as a referent would paste it: from a spreadsheet, with a header. */
function listOf(one: DemoAchievement, people: DemoPerson[]): string {
  const told = narratives[one.narratives ?? ''] ?? []
  const rows = people.map(({ name, address }, order) =>
    [name, address, told.length === 0 ? '' : (told[order % told.length] ?? '')].join('\t'),
  )
  return ['Nom\tAdresse e-mail\tRécit', ...rows].join('\n')
}

async function allDone(ctx: Context, batches: string[]): Promise<void> {
  const deadline = Date.now() + 120_000
  for (const id of batches)
    while ((await batchById(ctx, id))?.state !== 'done') {
      if (Date.now() > deadline)
        throw new Error('The demo badges are not signed after two minutes: is the worker running?')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
}

// The first account that a load makes, and the last: a load that was interrupted has the one without the other.
const firstSigns = demoPeople.slice(0, 1)
const lastSign = { name: 'Fin de la démonstration', address: demoAddress('Fin Démonstration') }

/** Whether the demo is there: whole, or begun by a start that was interrupted. */
export async function demoState(ctx: Context): Promise<'none' | 'begun' | 'whole'> {
  if ((await accountIdOfAddress(ctx, lastSign.address)) !== undefined) return 'whole'
  const first = await accountIdOfAddress(ctx, firstSigns[0]?.address ?? '')
  return first === undefined ? 'none' : 'begun'
}
