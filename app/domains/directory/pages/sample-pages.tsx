import type { VNode } from 'preact'
import type { Locale } from '../../../infra/i18n.ts'
import type { MapArea } from '../map/area-map.tsx'
import type { DirectoryEntry } from '../model.ts'
import { DirectoryQuery, directoryPath, type FacetName, type FacetValue } from '../query.ts'
import { Alike } from './alike.tsx'
import { ComparePage } from './compare.tsx'
import { EntryPage } from './entry.tsx'
import type { Facets } from './facets.tsx'
import { IssuerPage } from './issuer.tsx'
import { RemovedPage } from './removed.tsx'
import { SearchPage, type SearchView } from './search.tsx'
import { SkillPage } from './skill.tsx'
import {
  achievement,
  assessment,
  atlas,
  competence,
  crops,
  engagement,
  entries,
  gone,
  lowered,
  network,
  rough,
  skill,
  twenty,
} from './test-badges.ts'

// For tests only: the pages of the directory in their states.

const value = (value: string, label: string, count: number, chosen = false): FacetValue => ({
  ...{ value, label, count, chosen },
})

export const facets: Facets = {
  nature: [
    value('participation', 'Participation', 9),
    value('engagement', 'Engagement', 4),
    value('realisation', 'Réalisation', 6),
    value('competence', 'Compétence', 15),
    value('certification', 'Certification du réseau', 4),
    value('undetermined', 'Nature non établie', 3),
  ],
  fact: [
    'Critères publiés',
    'Action en situation',
    'Relié à un référentiel',
    'Évaluation dite',
    'Évaluée par autrui',
    'Preuve ou récit',
    'Grille connue avant',
    'Identité contrôlée',
    'Émetteur identifié',
    'Soutenu par un tiers',
  ].map((label, index) => value(String(index + 1), label, 37 - 3 * index)),
  skill: [
    value(skill.skillId, skill.name, 12),
    value('00000000-0000-4000-8000-000000000901', 'Travailler en équipe', 7),
    value('00000000-0000-4000-8000-000000000902', 'Faire preuve de curiosité', 3),
  ],
  framework: [value('rome', 'ROME 4.0', 22), value('lifecomp', 'LifeComp', 3)],
  issuer: twenty.slice(0, 10).map((one, index) => value(one.issuer.key, one.issuer.name, 12 - index)),
  area: [
    value('R28', 'Normandie', 38, true),
    value('R53', 'Bretagne', 44),
    value('R27', 'Bourgogne-Franche-Comté', 29),
    value('D14', 'Calvados', 14),
  ],
  language: [value('fr', 'Français', 30), value('en', 'Anglais', 8)],
  awarded: [value('yes', 'Encore remis', 20)],
  origin: [value('here', 'Publié ici', 11), value('elsewhere', 'Publié ailleurs', 27)],
}

const chosenIn = (asked: Facets, query: DirectoryQuery): Facets => {
  const marked = (name: FacetName): readonly FacetValue[] =>
    asked[name].map((one) => ({
      ...one,
      chosen: [query[name]].flat().some((chosen) => chosen === one.value),
    }))
  return {
    nature: marked('nature'),
    fact: marked('fact'),
    skill: marked('skill'),
    framework: marked('framework'),
    issuer: marked('issuer'),
    area: marked('area'),
    language: marked('language'),
    awarded: marked('awarded'),
    origin: marked('origin'),
  }
}

const mapOf = (query: DirectoryQuery): MapArea[] =>
  atlas.departments.map((one, index) => ({
    code: one.code,
    name: one.name,
    region: atlas.regionOf(one.code)?.name ?? '',
    count: [0, 3, 0, 12, 1, 0, 7, 26, 0, 4][(index * 7) % 10] ?? 0,
    chosen: query.area.includes(one.code) || query.area.includes(one.parentId ?? ''),
    href: directoryPath({ ...query, area: [one.code], page: undefined }),
  }))

const search = (locale: Locale, asked: object, more: Partial<SearchView> = {}): VNode => {
  const query = DirectoryQuery.parse(asked)
  const [code] = query.area
  return (
    <SearchPage
      locale={locale}
      query={query}
      place={{ text: atlas.nameOf(code ?? '') ?? '', code, unknown: false }}
      entries={twenty}
      chosen={[]}
      total={38}
      issuers={11}
      facets={chosenIn(facets, query)}
      corrected={[]}
      unknown={[]}
      widenings={[]}
      map={mapOf(query)}
      marks={new Map([[competence.id, { shape: 'lozenge', symbol: 'gear', colours: 'mousse' }]])}
      placeName={atlas.nameOf}
      more={code === undefined ? [] : [{ name: 'Normandie', href: '/territories/normandie' }]}
      {...more}
    />
  )
}

const searchChosen = (locale: Locale, chosen: readonly DirectoryEntry[]): VNode =>
  search(locale, { q: 'organiser', page: '2', compare: chosen.map((one) => one.id) }, { chosen })

const compare = (locale: Locale, list: typeof entries, more: object = {}): VNode => (
  <ComparePage
    locale={locale}
    entries={list}
    marks={new Map()}
    placeName={atlas.nameOf}
    missing={false}
    tooMany={false}
    picker={{ words: '', found: [], same: [], foundMarks: new Map(), full: list.length === 4, ...more }}
  />
)

const shared = { entries: entries.slice(0, 5), facets, marks: new Map(), placeName: atlas.nameOf }

/** Each state of each page, by a name. */
export const samplePages: Record<string, (locale: Locale) => VNode> = {
  search: (locale) => search(locale, { q: 'organiser son travail', area: 'R28' }),
  everything: (locale) => search(locale, {}, { entries: twenty, total: 238 }),
  'chosen filters': (locale) =>
    search(locale, {
      q: 'organiser',
      nature: ['competence'],
      fact: ['1', '5'],
      skill: skill.skillId,
      issuer: 'https://jardins-vire.example/',
      area: 'R28',
      awarded: 'yes',
      order: 'newest',
      page: '2',
    }),
  corrected: (locale) =>
    search(
      locale,
      { q: 'organizer son travaille' },
      { corrected: [{ typed: 'organizer', meant: 'organiser' }], entries: entries.slice(0, 2), total: 2 },
    ),
  'chosen to compare': (locale) => searchChosen(locale, [competence, rough]),
  'four to compare': (locale) => searchChosen(locale, [competence, lowered, gone, network]),
  'zero result': (locale) =>
    search(
      locale,
      { q: 'plomberie', nature: 'competence', area: 'R28' },
      {
        entries: [],
        total: 0,
        widenings: [
          { label: 'Sans « Normandie »', href: '/directory?q=plomberie&nature=competence', total: 3 },
          { label: 'Sans les mots « plomberie »', href: '/directory?nature=competence&area=R28', total: 15 },
        ],
      },
    ),
  'unknown place': (locale) =>
    search(locale, { q: 'accueil' }, { place: { text: 'Caen', code: undefined, unknown: true } }),
  'empty directory': (locale) => search(locale, {}, { entries: [], total: 0, facets: noFacets }),
  entry: (locale) => (
    <EntryPage
      locale={locale}
      entry={lowered}
      achievement={achievement}
      assessment={assessment}
      lost={[
        {
          code: 'convert.proof',
          path: '/verification',
          fr: 'La preuve d’origine ne vaut plus pour cette lecture.',
          en: 'The original proof does not hold for this reading.',
        },
      ]}
      sightings={[
        {
          address: 'https://learning-rouen.example/badges/7.json',
          format: '2.0',
          state: 'live',
          firstSeenAt: lowered.firstSeenAt,
          seenAt: lowered.seenAt,
          recordPath: undefined,
        },
        {
          address: `https://copies.example/${'tres-long-chemin/'.repeat(12)}7`,
          format: '3.0',
          state: 'gone',
          firstSeenAt: lowered.firstSeenAt,
          seenAt: lowered.seenAt,
          recordPath: '/directory/records/1',
        },
      ]}
      placeNames={['Seine-Maritime', 'Normandie']}
      alike={
        <Alike
          locale={locale}
          entry={lowered}
          others={[competence, crops, engagement]}
          marks={new Map()}
          skill={{ id: skill.skillId, name: skill.name, total: 12 }}
        />
      }
    />
  ),
  'silent entry': (locale) => (
    <EntryPage
      {...{ locale, entry: gone, achievement, assessment }}
      lost={undefined}
      sightings={[]}
      placeNames={[]}
    />
  ),
  'rough entry': (locale) => (
    <EntryPage
      {...{ locale, entry: rough, assessment }}
      achievement={{ ...achievement, criteria: { narrative: '<img src=x onerror=alert(1)>' } }}
      lost={[]}
      sightings={[
        {
          ...{ address: 'javascript:alert(1)', format: '2.0', state: 'live', recordPath: undefined },
          firstSeenAt: rough.firstSeenAt,
          seenAt: rough.seenAt,
        },
      ]}
      placeNames={[]}
    />
  ),
  'removed entry': (locale) => <RemovedPage locale={locale} />,
  'compare two': (locale) => compare(locale, [competence, lowered]),
  'compare four': (locale) => compare(locale, [competence, network, gone, rough]),
  'compare one': (locale) => compare(locale, [lowered], { same: [competence, crops] }),
  'compare none': (locale) => compare(locale, [], { words: 'zzz' }),
  skill: (locale) => (
    <SkillPage
      {...{ ...shared, locale }}
      skillId={skill.skillId}
      name={skill.name}
      reference="ROME 4.0, 300483"
      own={<p>Savoir-être professionnels du ROME 4.0.</p>}
      total={41}
      issuers={11}
    />
  ),
  'skill of nobody': (locale) => (
    <SkillPage
      {...{ ...shared, locale, facets: noFacets, entries: [] }}
      skillId={skill.skillId}
      name="Faire preuve d’autonomie"
      reference="ROME 4.0, 300484"
      own={<p>Savoir-être professionnels du ROME 4.0.</p>}
      total={0}
      issuers={0}
    />
  ),
  issuer: (locale) => (
    <IssuerPage
      {...{ ...shared, locale }}
      issuer={crops.issuer}
      total={41}
      entries={[crops, network, rough]}
    />
  ),
}

const noFacets: Facets = {
  nature: [],
  fact: [],
  skill: [],
  framework: [],
  issuer: [],
  area: [],
  language: [],
  awarded: [],
  origin: [],
}
