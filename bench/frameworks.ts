import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import MiniSearch from 'minisearch'
import {
  importById,
  loadShipped,
  requestImport,
  runImport,
  suggestSkills,
} from '../app/domains/frameworks/index.ts'
import { type Phrase, phrases, recallOf } from '../app/domains/frameworks/suggest/test-recall.ts'
import { openEmbeddedPostgres } from '../app/infra/postgres/index.ts'
import { testWorld } from '../app/testing/index.ts'
import { peer, percentile, print } from './measure.ts'

/** Suggestions beside an index in memory on the same words, alone and among 20,000 imported skills; the import. */
const area = 'frameworks'
const many = 20_000
const folder = mkdtempSync(path.join(tmpdir(), 'insigne-bench-'))
const server = await openEmbeddedPostgres({ dataDirectory: folder, log: () => undefined })
process.env['TEST_DATABASE_URL'] = server.url
const world = await testWorld('bench-frameworks')
const ctx = world.ctx()
try {
  await loadShipped(ctx)
  await measure('shipped skills only')
  await measureImport()
  await measure(`shipped skills among ${many} imported`)
} finally {
  await world.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

type Suggest = (phrase: Phrase) => Promise<string[]>

async function measure(name: string): Promise<void> {
  const own: Suggest = async ({ text, language }) =>
    (await suggestSkills(ctx, { text, language, limit: 5 })).map((one) => one.skill.id)
  const contenders: [string, Suggest][] = [
    ['insigne', own],
    [peer('minisearch'), await miniSearch()],
  ]
  for (const [who, suggest] of contenders)
    for (const part of ['tuning', 'apart'] as const) {
      const list = phrases.filter((phrase) => phrase.part === part)
      const { asked, first, five } = await recallOf(list, suggest)
      const line = { area, case: `${name}, phrases ${part}`, who, unit: '%', n: asked }
      print({ ...line, metric: 'right skill first', value: (100 * first) / asked })
      print({ ...line, metric: 'right skill in the first five', value: (100 * five) / asked })
    }
  // One after the other on each phrase, so that a machine that slows down slows both.
  const times = new Map<string, number[]>(contenders.map(([who]) => [who, []]))
  const some = phrases.filter((_, at) => at % 2 === 0)
  for (let round = 0; round < 3; round += 1)
    for (const phrase of some)
      for (const [who, suggest] of contenders) {
        const begun = performance.now()
        await suggest(phrase)
        if (round > 0) times.get(who)?.push(performance.now() - begun)
      }
  for (const [who, list] of times)
    for (const share of [0.5, 0.95])
      print({
        area,
        case: name,
        who,
        metric: `p${share * 100}`,
        value: percentile(list, share),
        unit: 'ms',
        n: list.length,
      })
}

/** The same names, aliases and clues in memory, without accents, with its own tolerance of slips. */
async function miniSearch(): Promise<Suggest> {
  const { rows } = await sql<{ id: string; skill: string; language: string; text: string }>`
    select id::text, skill_id as skill, language, text from skill_terms order by id`.execute(ctx.db)
  const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const indexes = new Map(
    (['fr', 'en'] as const).map((language) => {
      const index = new MiniSearch<(typeof rows)[number]>({
        fields: ['text'],
        storeFields: ['skill'],
        processTerm: plain,
        searchOptions: { fuzzy: 0.2, prefix: true },
      })
      index.addAll(rows.filter((row) => row.language === language))
      return [language, index] as const
    }),
  )
  return async ({ text, language }) => [
    ...new Set((indexes.get(language)?.search(text) ?? []).map((hit) => String(hit['skill']))),
  ]
}

async function measureImport(): Promise<void> {
  const bytes = new TextEncoder().encode(escoLike())
  for (const name of ['first import', 'the same file again']) {
    const begun = performance.now()
    const id = await requestImport(ctx, { ownerId: null, fileName: 'skills_fr.csv', bytes, wish: {} })
    await runImport(ctx, id)
    const one = await importById(ctx, id)
    const seconds = (performance.now() - begun) / 1000
    if (one?.state !== 'done') throw new Error(`the import ended as ${one?.state}`)
    print({
      area,
      case: `${many} skills, ${name}`,
      who: 'insigne',
      metric: 'time',
      value: seconds,
      unit: 's',
      n: many,
    })
    print({
      area,
      case: `${many} skills, ${name}`,
      who: 'insigne',
      metric: 'written',
      value: one.added + one.changed,
      unit: 'skills',
      n: many,
    })
  }
}

/** A file in the columns of ESCO: each skill with two other names, made of words of trades. */
function escoLike(): string {
  const verbs =
    'préparer contrôler assembler réparer conduire nettoyer vérifier installer mesurer organiser gérer conseiller accueillir vendre planifier rédiger analyser concevoir surveiller transporter stocker cuisiner servir coudre souder peindre programmer tester former encadrer'.split(
      ' ',
    )
  const things =
    'commandes machines circuits pièces dossiers clients équipes véhicules chantiers stocks menus produits réseaux moteurs textiles façades logiciels données patients enfants événements budgets contrats livraisons cultures animaux bâtiments outils réunions vitrines'.split(
      ' ',
    )
  const places =
    'en atelier,en cuisine,sur un chantier,au magasin,à domicile,en laboratoire,à l’hôpital,en plein air,au bureau,dans un entrepôt,à l’école,en usine,au guichet,en mer,dans un musée,en forêt,sur la route,en studio,à l’étranger,en équipe de nuit,au comptoir,en réunion,à distance'.split(
      ',',
    )
  const lines = [
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
  ]
  for (let n = 0; n < many; n += 1) {
    const verb = verbs[n % verbs.length]
    const thing = things[Math.floor(n / verbs.length) % things.length]
    const place = places[Math.floor(n / (verbs.length * things.length)) % places.length]
    const label = `${verb} des ${thing} ${place}`
    lines.push(
      `KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/bench-${n},skill/competence,sector-specific,${label},"${verb} les ${thing}\nsavoir ${verb} ${place}",,released,,,,,${label} selon les règles du métier.`,
    )
  }
  return lines.join('\n')
}
