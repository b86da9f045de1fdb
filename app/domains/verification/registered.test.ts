import { buildCredential, didKey, generateKey, prepare, sign, signerFor } from '@insigne/open-badges'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { importRegister } from '../../testing/register.ts'
import { verifyBadge } from './index.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('verification-registered')
})
afterAll(() => world.close())

const narrative = [
  '**Situation :** Dans un entrepôt, avec des piétons',
  '**Ce que la personne fait :** Déplace et gerbe des palettes.',
  '**Critères :**\n\n1. Contrôle le chariot avant de partir\n2. Laisse passer les piétons',
  '**Type d’évaluation :** Mise en situation',
  '**Évaluation faite par :** un évaluateur du réseau',
  '**Qui évalue :** Une autre personne que celle évaluée',
  '**Preuve ou récit des faits :** Exigée à chaque remise',
  '**Grille :** Montrée avant l’évaluation',
  '**Contrôle d’identité :** Pièce d’identité présentée',
].join('\n\n')

/** A certification that another issuer signed; `number` as its identifier. */
async function foreign(number: string, achievementType: 'Certification' | 'Competency' = 'Certification') {
  const key = await generateKey('Ed25519')
  const did = didKey(key.publicKeyMultibase)
  const draft = buildCredential({
    id: 'urn:uuid:9f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c11',
    issuer: { id: did, name: 'Atelier du Port', description: 'Assurance qualité : Qualiopi' },
    achievement: {
      id: 'urn:uuid:1c7a3d0e-55d5-4b52-9d0b-6a3f5e0b9a01',
      name: 'Conduire un chariot',
      description: 'Déplace et gerbe des palettes.',
      achievementType,
      criteria: { narrative },
      otherIdentifier: [{ identifier: `RS${number}`, identifierType: 'ext:RS' }],
    },
    subject: { id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' },
    validFrom: new Date('2026-03-02T09:30:00Z'),
    evidence: [{ name: 'Récit', narrative: 'A rangé un camion entier sans aide.' }],
  })
  const signed = await sign(prepare(draft), {
    signer: await signerFor(key),
    verificationMethod: `${did}#${key.publicKeyMultibase}`,
    created: new Date('2026-03-02T09:30:00Z'),
  })
  return JSON.stringify(signed)
}

const page = async (badge: string, locale = 'fr') =>
  (await world.anonymous.post(`/verify?lang=${locale}`, { badge })).text()
const head = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('id="checks"'))

describe('a registered certification from elsewhere', () => {
  test('says that nobody checked where no register was loaded', async () => {
    const badge = await foreign('9999')
    expect(head(await page(badge))).toContain(
      'RS 9999\u00a0: numéro déclaré par l’émetteur, non vérifié. Le répertoire n’est pas chargé ici.',
    )
    expect((await verifyBadge(world.ctx(), badge)).assessment?.nature.shown).toBe('registered')
  })

  test('is shown as less once the register was loaded and does not hold its number', async () => {
    await importRegister(world)
    const badge = await foreign('9999')
    const html = head(await page(badge))
    expect(html).toContain('RS 9999\u00a0: introuvable dans le répertoire chargé le 23 novembre 2026.')
    expect(html).not.toContain('Certification enregistrée')
    expect(head(await page(badge, 'en'))).toContain(
      'RS 9999: not found in the register loaded on 23 November 2026.',
    )
    const { report } = await verifyBadge(world.ctx(), badge)
    // An unknown number says nothing of the signature.
    expect(report).toMatchObject({
      verdict: 'valid',
      nature: { declared: 'registered', shown: 'certification', missing: ['registration'] },
    })
    const { achievement } = JSON.parse(badge).credentialSubject
    for (const body of [{ achievement }, { credential: JSON.parse(badge) }]) {
      const answer = await world.app.request('http://insigne.test/api/achievements/assess', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect((await answer.json()).nature.missing).toContain('registration')
    }
  })

  test('is read with its title and its state when the register holds it', async () => {
    expect(head(await page(await foreign('5875')))).toContain(
      'RS 5875\u00a0: «\u00a0Certificat d’essai\u00a0». Certification active dans le répertoire chargé le 23 novembre 2026.',
    )
    expect(head(await page(await foreign('181')))).toContain('Certification inactive dans le répertoire')
    const { assessment } = await verifyBadge(world.ctx(), await foreign('181'))
    expect(assessment?.nature.shown).toBe('registered')
  })

  test('a competency that only links to a certification is no certification, and has no such line', async () => {
    const { registered } = await verifyBadge(world.ctx(), await foreign('5875', 'Competency'))
    expect(registered).toBeUndefined()
  })
})
