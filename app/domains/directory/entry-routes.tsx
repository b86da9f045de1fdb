import { assess, declaredRegistration } from '@insigne/badge-quality'
import type { Achievement } from '@insigne/open-badges'
import { type Context, found } from '../../infra/context.ts'
import { type Handling, page, type Router, seeOther } from '../../infra/http/index.ts'
import { type Locale, sayNumber } from '../../infra/i18n.ts'
import { stampPng } from '../../ui/stamp/png.ts'
import { heldBy, natureName, natures } from '../achievements/index.ts'
import { registrationOf, type Skill, skillById, skillLabel } from '../frameworks/index.ts'
import { organisationById } from '../organisations/index.ts'
import { listAreas } from '../territories/index.ts'
import type { RegisteredReading } from '../verification/index.ts'
import { showAbsent } from './absent.tsx'
import { alikeOf } from './alike.ts'
import { atlasOf } from './map/atlas.ts'
import { marksOf } from './marks.ts'
import type { ShownNature } from './model.ts'
import { Alike } from './pages/alike.tsx'
import { EntryPage } from './pages/entry.tsx'
import { designOfNature } from './pages/entry-mark.tsx'
import { IssuerPage } from './pages/issuer.tsx'
import { entryPath, issuerKeyIn, issuerPath, shortly } from './pages/say-entry.ts'
import { SkillPage } from './pages/skill.tsx'
import { SkillSource } from './pages/skill-source.tsx'
import { pagesWords } from './pages-words.ts'
import { entryRecord } from './reads.ts'
import { entriesOfIssuer, entriesOfSkill } from './search/lists.ts'
import { searchWords } from './search-words.ts'

export function entryRoutes(router: Router): void {
  router.get('/directory/entries/:id', (c) => showEntry(c, c.req.param('id')))
  router.get('/directory/natures/:picture{[a-z]+\\.png}', (c) => showPicture(c.req.param('picture')))
  router.get('/directory/issuers/:key', (c) => showIssuer(c, issuerKeyIn(c.req.param('key'))))
  router.get('/skills/:id', async (c) => showSkill(c, found(await skillById(c.var.ctx, c.req.param('id')))))
}

async function showEntry(c: Handling, id: string): Promise<Response> {
  const { ctx } = c.var
  const record = await entryRecord(ctx, id)
  if (record === undefined) return showAbsent(c, id)
  const { entry, achievement, issuer, sightings, lost } = record
  const own = entryPath(entry)
  // A badge made here has its page already: one badge, one address.
  if (own !== `/directory/entries/${entry.id}`) return seeOther(c, own)
  const atlas = atlasOf(await listAreas(ctx))
  const alike = await alikeOf(ctx, entry)
  const registered = await askRegister(ctx, achievement)
  const assessment = assess({ achievement, issuer, registration: heldBy(registered?.answer) })
  return page(c, {
    title: entry.name,
    ...(entry.description === '' ? {} : { description: shortly(entry.description, 200) }),
    index: entry.state === 'live',
    ...socialPicture(ctx.locale, entry.nature.shown),
    canonical: `${ctx.origin}${own}`,
    current: '/directory',
    body: (
      <EntryPage
        locale={ctx.locale}
        entry={entry}
        achievement={achievement}
        assessment={assessment}
        registered={assessment.nature.declared === 'registered' ? registered : undefined}
        lost={lost ?? undefined}
        sightings={sightings.map((one) => ({
          ...one,
          recordPath: one.recordId === null ? undefined : `/directory/records/${one.recordId}`,
        }))}
        placeNames={entry.areas.flatMap((code) => atlas.nameOf(code) ?? [])}
        alike={
          alike && (
            <Alike
              locale={ctx.locale}
              entry={entry}
              others={alike.others}
              skill={alike.skill}
              marks={await marksOf(ctx, alike.others)}
            />
          )
        }
      />
    ),
  })
}

/** What the register says today of the number, where the badge declares one. */
async function askRegister(ctx: Context, achievement: Achievement): Promise<RegisteredReading | undefined> {
  const declared = declaredRegistration({ achievement })
  if (declared === undefined) return undefined
  const answer = await registrationOf(ctx, declared.register, declared.number, ctx.locale)
  return { declared, answer }
}

async function showIssuer(c: Handling, key: string): Promise<Response> {
  const { ctx } = c.var
  const result = await entriesOfIssuer(ctx, key)
  const { issuer } = found(result.entries[0])
  const own = issuer.organisationId === null ? undefined : await organisationById(ctx, issuer.organisationId)
  if (own !== undefined) return seeOther(c, `/organisations/${own.slug}`)
  return page(c, {
    title: issuer.name,
    description: pagesWords(ctx.locale).issuer.description(issuer.name),
    index: true,
    canonical: `${ctx.origin}${issuerPath(issuer)}`,
    current: '/directory',
    body: (
      <IssuerPage
        locale={ctx.locale}
        issuer={issuer}
        entries={result.entries}
        total={result.total}
        facets={result.facets}
        marks={await marksOf(ctx, result.entries)}
        placeName={atlasOf(await listAreas(ctx)).nameOf}
      />
    ),
  })
}

async function showSkill(c: Handling, skill: Skill): Promise<Response> {
  const { ctx } = c.var
  const { locale, origin } = ctx
  const name = skillLabel(skill, locale)
  const result = await entriesOfSkill(ctx, skill.id)
  const s = searchWords(locale)
  const { facets, total } = result
  return page(c, {
    title: name,
    description: `${pagesWords(locale).skill.description(name)} ${s.models(sayNumber(locale, total), total > 1)}.`,
    index: total > 0,
    canonical: `${origin}/skills/${skill.id}`,
    current: '/directory',
    body: (
      <SkillPage
        locale={locale}
        skillId={skill.id}
        name={name}
        reference={[skill.framework.name[locale], skill.code].filter((part) => part !== '').join(', ')}
        own={<SkillSource locale={locale} skill={skill} />}
        entries={result.entries.slice(0, 10)}
        total={total}
        issuers={result.issuers}
        facets={facets}
        marks={await marksOf(ctx, result.entries)}
        placeName={atlasOf(await listAreas(ctx)).nameOf}
      />
    ),
  })
}

/** A preview elsewhere shows the silhouette, never the picture of another server. */
const socialPicture = (locale: Locale, nature: ShownNature) =>
  nature === 'undetermined'
    ? {}
    : { image: { url: `/directory/natures/${nature}.png`, alt: natureName(locale, nature) } }

const pictures = new Map<string, Uint8Array<ArrayBuffer>>()

function showPicture(file: string): Response {
  const nature = found(natures.find((one) => `${one}.png` === file))
  const bytes = pictures.get(nature) ?? new Uint8Array(stampPng(designOfNature(nature)))
  pictures.set(nature, bytes)
  return new Response(bytes, {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' },
  })
}
