import { issuerPath } from '../../app/domains/directory/pages/say-entry.ts'
import type { Verb } from '../../app/domains/organisations/index.ts'
import type { House } from './stage.ts'

/** Who may pass: anybody, anybody signed in, a right in the organisation, the holder, the operator. */
export type Access = 'anybody' | 'signed-in' | 'holder' | 'operator' | 'closed' | Verb

export interface Line {
  who: Access
  at(house: House): string
  /** What is posted: valid, so that nothing but the right can refuse it. */
  form?(house: House): Record<string, string | string[]>
}

const line = (who: Access, at: string | Line['at'], form?: Line['form']): Line => ({
  who,
  at: typeof at === 'string' ? () => at : at,
  ...(form === undefined ? {} : { form }),
})
const none = () => ({})

const organisation = (end: string) => (h: House) => `/organisations/${h.organisation.slug}${end}`
const published = (end: string) => (h: House) => `/achievements/${h.achievementId}${end}`
const draft = (end: string) => (h: House) => `/achievements/${h.draftId}${end}`
const batch = (end: string) => (h: House) => `/awards/${h.doneId}${end}`
const preview = (end: string) => (h: House) => `/awards/${h.previewId}${end}`
const code = (end: string) => (h: House) => `/codes/${h.codeId}${end}`
const taken = (end: string) => (h: House) => `/c/${h.code}${end}`
const card = (end: string) => (h: House) => `/c/${h.card}${end}`
const credential = (end: string) => (h: House) => `/credentials/${h.credentialId}${end}`
const entry = (end: string) => (h: House) => `/backpack/${h.entryId}${end}`
const link = (end: string) => (h: House) => `${h.link}${end}`

const file = '/:file{badge\\.(?:png|svg|json)}'

/** Every route of the product. One that is not here fails the test: whoever adds a route says who may use it. */
export const rights: Record<string, Line> = {
  'GET /': line('anybody', '/'),
  'GET /help': line('anybody', '/help'),
  'GET /accessibility': line('anybody', '/accessibility'),
  'GET /privacy': line('anybody', '/privacy'),
  'GET /reading-rules': line('anybody', '/reading-rules'),
  'GET /robots.txt': line('anybody', '/robots.txt'),
  'GET /sitemap.xml': line('anybody', '/sitemap.xml'),
  'GET /sitemaps/pages.xml': line('anybody', '/sitemaps/pages.xml'),
  'GET /sitemaps/:order{[1-9][0-9]{0,4}\\.xml}': line('anybody', '/sitemaps/1.xml'),
  'GET /directory/feed': line('anybody', '/directory/feed'),
  'GET /directory/new.rss': line('anybody', '/directory/new.rss'),
  'GET /space': line('signed-in', '/space'),
  'GET /outbox': line('operator', '/outbox'),
  'GET /territories/:slug': line('anybody', '/territories/normandie'),
  'GET /directory': line('anybody', '/directory?q=journee'),
  'GET /directory/compare': line('anybody', '/directory/compare'),
  'GET /directory/entries/:id': line('anybody', (h) => `/directory/entries/${h.listedId}`),
  'GET /directory/issuers/:key': line('anybody', (h) => issuerPath({ key: h.listedIssuer })),
  'GET /directory/natures/:picture{[a-z]+\\.png}': line('anybody', '/directory/natures/competence.png'),
  'GET /skills/:id': line('anybody', (h) => `/skills/${h.skillId}`),

  'GET /sign-in': line('anybody', '/sign-in'),
  'POST /sign-in': line('anybody', '/sign-in', () => ({ address: 'somebody@elsewhere.example' })),
  'GET /sign-in/check': line('closed', '/sign-in/check?token=unknown'),
  'POST /sign-in/check': line('closed', '/sign-in/check', () => ({ token: 'a-token-that-nobody-was-sent' })),
  'POST /sign-out': line('anybody', '/sign-out', none),
  'GET /account': line('signed-in', '/account'),
  'POST /account/name': line('signed-in', '/account/name', () => ({ name: 'Prénom Nom' })),
  'POST /account/addresses': line('signed-in', '/account/addresses', () => ({ address: 'more@x.example' })),
  'POST /account/addresses/remove': line('signed-in', '/account/addresses/remove', (h) => ({
    address: h.owner.address,
  })),
  'POST /account/sessions/end': line('signed-in', '/account/sessions/end', () => ({
    session: '00000000-0000-4000-8000-000000000000',
  })),
  'GET /claim-instance': line('anybody', '/claim-instance'),
  'POST /claim-instance': line('closed', '/claim-instance', () => ({
    token: 'a-token-that-was-never-printed',
    name: 'Intruse',
    address: 'intruse@x.example',
  })),

  'GET /organisations/new': line('signed-in', '/organisations/new'),
  'POST /organisations/new': line('signed-in', '/organisations/new', () => ({
    name: 'Une autre maison',
    kind: 'training',
  })),
  'GET /organisations/:slug': line('anybody', organisation('')),
  'GET /organisations/:slug/did.json': line('anybody', organisation('/did.json')),
  'GET /organisations/:slug/manage': line('organisation.read', organisation('/manage')),
  'GET /organisations/:slug/manage/profile': line('organisation.edit', organisation('/manage/profile')),
  'POST /organisations/:slug/manage/profile': line(
    'organisation.edit',
    organisation('/manage/profile'),
    (h) => ({ name: h.organisation.name, kind: 'training', description: 'Changée.' }),
  ),
  'GET /organisations/:slug/manage/members': line('organisation.read', organisation('/manage/members')),
  'POST /organisations/:slug/manage/members': line('members.edit', organisation('/manage/members'), () => ({
    address: 'recrue@x.example',
    role: 'owner',
  })),
  'POST /organisations/:slug/manage/members/role': line(
    'members.edit',
    organisation('/manage/members/role'),
    (h) => ({ account: h.owner.accountId, role: 'owner' }),
  ),
  'POST /organisations/:slug/manage/members/remove': line(
    'members.edit',
    organisation('/manage/members/remove'),
    () => ({ account: '00000000-0000-4000-8000-000000000000' }),
  ),

  'GET /organisations/:slug/manage/networks': line('organisation.read', organisation('/manage/networks')),
  'POST /organisations/:slug/manage/networks': line(
    'network.edit',
    organisation('/manage/networks'),
    (h) => ({
      address: `/organisations/${h.organisation.slug}`,
    }),
  ),
  'POST /organisations/:slug/manage/networks/join': line(
    'network.edit',
    organisation('/manage/networks/join'),
    () => ({ network: '00000000-0000-4000-8000-000000000000' }),
  ),
  'POST /organisations/:slug/manage/networks/end': line(
    'network.edit',
    organisation('/manage/networks/end'),
    () => ({ network: '00000000-0000-4000-8000-000000000000' }),
  ),

  'GET /organisations/:slug/achievements': line('organisation.read', organisation('/achievements')),
  'GET /organisations/:slug/achievements/new': line('achievement.design', organisation('/achievements/new')),
  'POST /organisations/:slug/achievements/new': line(
    'achievement.design',
    organisation('/achievements/new'),
    () => ({ nature: 'participation', language: 'fr', go: 'next' }),
  ),
  'POST /organisations/:slug/achievements/new/advice': line(
    'achievement.design',
    organisation('/achievements/new/advice'),
    () => ({ nature: 'participation', language: 'fr' }),
  ),
  'GET /organisations/:slug/templates': line('achievement.design', organisation('/templates')),
  'POST /organisations/:slug/templates': line('achievement.design', organisation('/templates'), (h) => ({
    template: h.draftId,
  })),
  'GET /achievements/:id': line('anybody', published('')),
  'GET /achievements/:id/versions/:version': line('anybody', published('/versions/1')),
  'GET /achievements/:id/versions/:version/image.svg': line('anybody', published('/versions/1/image.svg')),
  'GET /achievements/:id/versions/:version/image.png': line('anybody', published('/versions/1/image.png')),
  'GET /achievements/:id/edit': line('achievement.design', draft('/edit/nature')),
  'GET /achievements/:id/edit/:step': line('achievement.design', draft('/edit/action')),
  'POST /achievements/:id/edit/:step': line('achievement.design', draft('/edit/action'), () => ({
    name: 'Un nom changé',
    action: 'Une action changée.',
    go: 'next',
  })),
  'POST /achievements/:id/edit/:step/advice': line(
    'achievement.design',
    draft('/edit/action/advice'),
    () => ({
      name: 'Un nom en cours',
    }),
  ),
  'GET /achievements/:id/versions/:version/:language{[a-z]+}': line('closed', published('/versions/1/en')),
  'GET /achievements/:id/template': line('achievement.publish', published('/template')),
  'POST /achievements/:id/template': line('achievement.publish', published('/template'), () => ({
    offered: 'no',
  })),
  'GET /achievements/:id/follow': line('achievement.design', published('/follow')),
  'POST /achievements/:id/follow': line('achievement.design', published('/follow'), none),
  'POST /achievements/:id/retired': line('achievement.publish', published('/retired'), () => ({
    retired: 'no',
  })),
  'POST /achievements/:id/publish': line('achievement.publish', draft('/publish'), none),
  'GET /achievements/:id/drop': line('achievement.design', draft('/drop')),
  'POST /achievements/:id/drop': line('achievement.design', draft('/drop'), none),

  'GET /achievements/:id/award': line('credential.award', published('/award')),
  'POST /achievements/:id/award': line('credential.award', published('/award'), () => ({
    kind: 'one',
    name: 'Une Personne',
    address: 'une.personne@x.example',
  })),
  'GET /organisations/:slug/awards': line('organisation.read', organisation('/awards')),
  'GET /awards/:id': line('credential.award', batch('')),
  'GET /awards/:id/progress': line('credential.award', batch('/progress')),
  'GET /awards/:id/faulty.csv': line('credential.award', batch('/faulty.csv')),
  'GET /awards/:id/cards': line('credential.award', batch('/cards')),
  'POST /awards/:id/correct': line('credential.award', preview('/correct'), none),
  'POST /awards/:id/confirm': line('credential.award', preview('/confirm'), none),
  'POST /awards/:id/resume': line('credential.award', batch('/resume'), none),
  'GET /achievements/:id/codes': line('credential.award', published('/codes')),
  'POST /achievements/:id/codes': line('credential.award', published('/codes'), () => ({
    label: 'Groupe du matin',
    opens: '2026-11-23',
    closes: '2026-11-30',
    most: '10',
    approval: 'automatic',
  })),
  'GET /codes/:id': line('credential.award', code('')),
  'GET /codes/:id/poster': line('credential.award', code('/poster')),
  'POST /codes/:id/requests': line('credential.award', code('/requests'), (h) => ({
    request: h.waitingId,
    decision: 'accepted',
  })),
  'POST /codes/:id/stop': line('credential.award', code('/stop'), none),

  'GET /credentials/:id': line('organisation.read', credential('')),
  'GET /credentials/:id/badge.png': line('organisation.read', credential('/badge.png')),
  'GET /credentials/:id/badge.svg': line('organisation.read', credential('/badge.svg')),
  'GET /credentials/:id/badge.json': line('organisation.read', credential('/badge.json')),
  'POST /credentials/:id/revoke': line('credential.revoke', credential('/revoke'), () => ({
    reason: 'Erreur de personne.',
  })),
  'GET /status/:listId': line('anybody', (h) => h.statusPath),

  // Whoever has the code has what it opens: that is what a code on a poster is for.
  'GET /c': line('anybody', '/c'),
  'POST /c': line('anybody', '/c', (h) => ({ code: h.code })),
  'GET /c/:code': line('anybody', taken('')),
  'GET /c/:code/take': line('anybody', taken('/take')),
  'POST /c/:code/take': line('anybody', taken('/take'), () => ({
    request: '11111111-1111-4111-8111-111111111111',
    name: 'Preneuse',
    where: 'address',
    address: 'preneuse@x.example',
  })),
  'GET /c/:code/done': line('anybody', taken('/done')),
  'GET /c/:code/done/:request': line('anybody', (h) => `/c/${h.code}/done/${h.requestId}`),
  'POST /c/:code/keep': line('anybody', card('/keep'), () => ({ address: 'porteuse@x.example' })),
  'GET /c/:code/badge.png': line('anybody', card('/badge.png')),

  // So has whoever was sent the link, until the holder keeps the badge under an account.
  'GET /r/:token': line('anybody', link('')),
  [`GET /r/:token${file}`]: line('anybody', link('/badge.png')),
  'POST /r/:token/keep': line('holder', link('/keep'), none),
  'POST /r/:token/decline': line('holder', link('/decline'), none),
  'GET /backpack': line('signed-in', '/backpack'),
  'GET /backpack/:id': line('holder', entry('')),
  [`GET /backpack/:id${file}`]: line('holder', entry('/badge.json')),
  'POST /backpack/:id/keep': line('holder', entry('/keep'), none),
  'POST /backpack/:id/publish': line('holder', entry('/publish'), none),
  'POST /backpack/:id/index': line('holder', entry('/index'), () => ({ indexed: 'on' })),
  'POST /backpack/:id/withdraw': line('holder', entry('/withdraw'), none),
  'GET /backpack/:id/delete': line('holder', entry('/delete')),
  'POST /backpack/:id/decline': line('holder', entry('/decline'), none),
  'POST /backpack/:id/delete': line('holder', entry('/delete'), () => ({ confirm: 'on' })),
  'GET /b/:name': line('anybody', (h) => h.publicPath),

  'GET /api/skills': line('anybody', '/api/skills?q=travailler'),
  'GET /frameworks': line('anybody', '/frameworks?q=travailler'),
  'GET /frameworks/:slug': line('anybody', '/frameworks/rectec?q=travailler'),
  'GET /frameworks/import': line('operator', '/frameworks/import'),
  'POST /frameworks/import': line('operator', '/frameworks/import', none),
  'GET /organisations/:slug/frameworks': line('framework.import', organisation('/frameworks')),
  'POST /organisations/:slug/frameworks': line('framework.import', organisation('/frameworks'), none),
  'GET /frameworks/imports/:id': line('framework.import', (h) => `/frameworks/imports/${h.importId}`),
  'GET /frameworks/imports/:id/progress': line(
    'framework.import',
    (h) => `/frameworks/imports/${h.importId}/progress`,
  ),
  'GET /directory/sources': line('anybody', '/directory/sources'),
  'POST /directory/sources': line('signed-in', '/directory/sources', () => ({
    address: 'https://issuer.example/issuer.json',
  })),
  'GET /directory/sources/:id': line('anybody', (h) => `/directory/sources/${h.sourceId}`),
  'POST /directory/sources/:id/decide': line(
    'operator',
    (h) => `/directory/sources/${h.proposedId}/decide`,
    () => ({ decision: 'refuse', reason: 'Ce n’est pas un émetteur.' }),
  ),
  'POST /directory/sources/:id/read': line('operator', (h) => `/directory/sources/${h.sourceId}/read`, none),
  'POST /directory/sources/:id/stop': line(
    'operator',
    (h) => `/directory/sources/${h.sourceId}/stop`,
    () => ({
      reason: 'Plus utile.',
    }),
  ),
  // Nothing was read elsewhere in this world: what stands there is not found, by anybody.
  'GET /directory/records/:id': line('closed', (h) => `/directory/records/${h.sourceId}`),
  'GET /directory/removals/:id': line('closed', (h) => `/directory/removals/${h.sourceId}`),
  'POST /directory/removals/:id': line(
    'closed',
    (h) => `/directory/removals/${h.sourceId}`,
    () => ({
      act: 'remove',
    }),
  ),
  'GET /directory/entries/:id/report': line('anybody', (h) => `/directory/entries/${h.directoryId}/report`),
  'POST /directory/entries/:id/report': line(
    'anybody',
    (h) => `/directory/entries/${h.directoryId}/report`,
    () => ({ reason: 'wrong', detail: 'Le nom est faux.' }),
  ),
  'GET /directory/entries/:id/removal': line('anybody', (h) => `/directory/entries/${h.directoryId}/removal`),
  'POST /directory/entries/:id/removal': line(
    'anybody',
    (h) => `/directory/entries/${h.directoryId}/removal`,
    () => ({ host: 'issuer.example', what: 'one' }),
  ),
  'GET /directory/review': line('operator', '/directory/review'),
  'POST /directory/review/reports/:id': line(
    'operator',
    (h) => `/directory/review/reports/${h.reportId}`,
    () => ({ decision: 'keep', answer: 'Vu.' }),
  ),
  'POST /directory/review/issuers/:id': line(
    'operator',
    (h) => `/directory/review/issuers/${h.sourceId}`,
    () => ({ decision: 'refuse' }),
  ),
  'GET /demo/neighbour/issuer.json': line('closed', '/demo/neighbour/issuer.json'),
  'GET /demo/neighbour/badges.json': line('closed', '/demo/neighbour/badges.json'),
  'GET /demo/neighbour/badges/:file{[a-z-]+\\.json}': line('closed', '/demo/neighbour/badges/velo.json'),

  'GET /verify': line('anybody', '/verify'),
  'POST /verify': line('anybody', '/verify', () => ({ badge: '{}' })),
  'POST /api/verify': line('anybody', '/api/verify'),
  'POST /api/achievements/assess': line('anybody', '/api/achievements/assess'),
  'POST /vc-api/credentials/issue': line('closed', '/vc-api/credentials/issue'),
  'POST /vc-api/credentials/verify': line('closed', '/vc-api/credentials/verify'),
  'POST /vc-api/credentials/derive': line('closed', '/vc-api/credentials/derive'),
  'POST /vc-api/presentations/verify': line('closed', '/vc-api/presentations/verify'),
}
