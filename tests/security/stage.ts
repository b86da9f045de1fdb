import pg from 'pg'
import { createAchievement, publishAchievement, saveDraft } from '../../app/domains/achievements/index.ts'
import { confirmBatch, createBatch, createCode } from '../../app/domains/claims/index.ts'
import { entryOfAchievement, proposeSource } from '../../app/domains/directory/index.ts'
import { loadShipped, requestImport } from '../../app/domains/frameworks/index.ts'
import {
  addMember,
  createOrganisation,
  type Organisation,
  type Role,
} from '../../app/domains/organisations/index.ts'
import type { Person, World } from '../../app/testing/index.ts'

/** One organisation with something at every address that the product has. */
export interface House {
  organisation: Organisation
  owner: Person
  holder: Person
  achievementId: string
  draftId: string
  /** Waits for its confirmation, with one faulty row. */
  previewId: string
  /** Awarded, with one faulty row left and one card. */
  doneId: string
  codeId: string
  code: string
  requestId: string
  waitingId: string
  card: string
  credentialId: string
  entryId: string
  /** The link of a message, as a path. */
  link: string
  publicPath: string
  statusPath: string
  importId: string
  /** Its entry in the directory, the key of its issuer, and a skill of a framework. */
  listedId: string
  listedIssuer: string
  skillId: string
  /** A source of the directory that is read, one that is proposed, an entry, a report of it. */
  sourceId: string
  proposedId: string
  directoryId: string
  reportId: string
}

export async function furnish(world: World, slug: string): Promise<House> {
  const owner = await world.person(`owner@${slug}.example`, { name: `Owner ${slug}` })
  const holder = await world.person(`holder@${slug}.example`, { name: `Holder ${slug}` })
  const organisation = await createOrganisation(owner.ctx, { name: `Maison ${slug}`, kind: 'training' })
  await world.drainJobs()
  await loadShipped(world.ctx())
  const achievementId = await begin(owner, organisation)
  await publishAchievement(owner.ctx, achievementId)
  const draftId = await begin(owner, organisation)

  const list = (text: string) => ({ kind: 'paste' as const, text })
  const doneId = await createBatch(owner.ctx, {
    achievementId,
    list: list(`Nom;E-mail\nHolder ${slug};${holder.address}\nSans Adresse;\nFautif;rien@rien\n`),
  })
  await confirmBatch(owner.ctx, doneId)
  const previewId = await createBatch(owner.ctx, {
    achievementId,
    list: list(`Nom;E-mail\nNouvelle Personne;nouvelle@${slug}.example\nFautif;rien@rien\n`),
  })
  const codeId = await createCode(owner.ctx, {
    achievementId,
    label: `Groupe ${slug}`,
    narrative: '',
    opensAt: new Date('2026-11-01T00:00:00Z'),
    closesAt: new Date('2026-12-31T00:00:00Z'),
    maxAwards: 100,
    approval: 'staff',
  })
  await world.drainJobs()

  const one = (text: string) => queryText(world, text)
  const code = await one(`select code as v from claim_codes where id = '${codeId}'`)
  const waitingId = crypto.randomUUID()
  await world.anonymous.post(`/c/${code}/take`, {
    request: waitingId,
    name: 'En Attente',
    where: 'address',
    address: `attente@${slug}.example`,
  })
  const credentialId = await one(
    `select id as v from credentials where recipient_address = '${holder.address}'`,
  )
  const entryId = await one(`select id as v from backpack_entries where credential_id = '${credentialId}'`)
  const [message] = await world.mailTo(holder.address)
  const link = /\/r\/[\w-]{43}/.exec(message?.text ?? '')?.[0] ?? ''
  await holder.post(`/backpack/${entryId}/keep`, {})
  await holder.post(`/backpack/${entryId}/publish`, {})
  const sourceId = await proposeSource(
    world.ctx({ kind: 'person', accountId: owner.accountId, sessionId: '', operator: true }),
    { typed: `https://read-${slug}.example/issuer.json` },
  )
  const proposedId = await proposeSource(owner.ctx, { typed: `https://proposed-${slug}.example/issuer.json` })
  const directoryId = (await entryOfAchievement(world.ctx(), achievementId))?.id ?? ''
  await world.anonymous.post(`/directory/entries/${directoryId}/report`, { reason: 'wrong', detail: 'Faux.' })
  const reportId = await one(`select id as v from directory_reports where entry_id = '${directoryId}'`)
  const pageSlug = await one(`select slug as v from backpack_pages where entry_id = '${entryId}'`)
  await loadShipped(world.ctx())
  const importId = await requestImport(owner.ctx, {
    ownerId: organisation.id,
    fileName: `gestes-${slug}.csv`,
    bytes: new TextEncoder().encode('code;libelle\nA;Souder\n'),
    wish: { name: `Gestes ${slug}` },
  })
  await world.drainJobs()
  return {
    organisation,
    owner,
    holder,
    achievementId,
    draftId,
    previewId,
    doneId,
    codeId,
    code,
    requestId: waitingId,
    waitingId,
    card: await one(`select code as v from claim_cards where organisation_id = '${organisation.id}'`),
    credentialId,
    entryId,
    link,
    publicPath: `/b/${pageSlug}`,
    listedId: await one(`select id as v from directory_entries where own_achievement = '${achievementId}'`),
    listedIssuer: await one(
      `select issuer_key as v from directory_entries where own_achievement = '${achievementId}'`,
    ),
    skillId: await one('select id as v from skills order by id limit 1'),
    statusPath: `/status/${await one(
      `select id as v from status_lists where organisation_id = '${organisation.id}'`,
    )}`,
    importId,
    sourceId,
    proposedId,
    directoryId,
    reportId,
  }
}

async function begin(owner: Person, organisation: Organisation): Promise<string> {
  const { achievementId } = await createAchievement(owner.ctx, organisation.id, 'participation')
  await saveDraft(owner.ctx, achievementId, 'action', {
    name: 'Journée des métiers',
    action: 'A suivi les trois ateliers de la journée.',
  })
  return achievementId
}

export async function hire(world: World, house: House, role: Role): Promise<Person> {
  const person = await world.person(`${role}@${house.organisation.slug}.example`, { name: role })
  await addMember(house.owner.ctx, { organisationId: house.organisation.id, address: person.address, role })
  return person
}

export async function operator(world: World): Promise<Person> {
  const person = await world.person('operator@instance.example', { name: 'Operator', operator: true })
  await query(world, 'update accounts set operator = true where id = $1', [person.accountId])
  return person
}

/** The one value, named `v`, that this SQL asks for. */
export async function queryText(world: World, text: string): Promise<string> {
  const [row] = await query<{ v: string | null }>(world, text)
  return row?.v ?? ''
}

/** Asks the database beside the product, as its operator would. */
export async function query<T extends object>(
  world: World,
  text: string,
  values: string[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A digest of every row of every table of ours: two equal ones mean that nothing was written. */
export async function everyRow(world: World): Promise<Map<string, string>> {
  const tables = await query<{ name: string }>(
    world,
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )
  const found = new Map<string, string>()
  for (const { name } of tables)
    found.set(
      name,
      await queryText(
        world,
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), ',' order by md5(t::text))), '') as v from "${name}" as t`,
      ),
    )
  return found
}
