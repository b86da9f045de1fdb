import { afterAll, beforeAll, expect, test } from 'vitest'
import { testWorld, type World } from '../../testing/index.ts'
import { importRegister } from '../../testing/register.ts'
import { matchAgain } from './actions/judge-again.ts'
import { enterEntry, entryById } from './index.ts'
import { foreign } from './test-entries.ts'

let world: World
beforeAll(async () => {
  world = await testWorld('directory-registered')
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

const certification = (number: string, title: string) => {
  const input = foreign(`certification-${number}`, {
    achievement: {
      // The same content is the same entry.
      name: title,
      achievementType: 'Certification',
      criteria: { narrative },
      otherIdentifier: [{ type: 'IdentifierEntry', identifier: `RS${number}`, identifierType: 'ext:RS' }],
    },
  })
  return { ...input, issuer: { ...input.issuer, description: 'Assurance qualité : Qualiopi' } }
}
const read = async (id: string, locale = 'fr') =>
  (await world.anonymous.get(`/directory/entries/${id}`, { 'accept-language': locale })).text()

test('an entry is judged with the register that was loaded, again when one is loaded later', async () => {
  const unknown = (await enterEntry(world.ctx(), certification('9999', 'Conduire un chariot'))).id
  const held = (await enterEntry(world.ctx(), certification('5875', 'Conduire une grue'))).id
  expect((await entryById(world.ctx(), unknown))?.nature).toEqual({
    declared: 'registered',
    shown: 'registered',
    missing: [],
  })
  expect(await read(unknown)).toContain('RS 9999\u00a0: numéro déclaré par l’émetteur, non vérifié')

  await importRegister(world)
  // The page asks the register as it is; the list follows with the round that every import begins.
  expect(await read(unknown)).toContain('RS 9999\u00a0: introuvable dans le répertoire chargé le')
  await matchAgain(world.ctx(), 0, world.clock.now())
  expect((await entryById(world.ctx(), unknown))?.nature).toMatchObject({
    declared: 'registered',
    shown: 'certification',
    missing: ['registration'],
  })
  expect((await entryById(world.ctx(), held))?.nature.shown).toBe('registered')
  const html = await read(unknown)
  expect(html).toContain('<b>Certification du réseau</b>')
  expect(await read(held)).toContain('Certification active dans le répertoire chargé le 23 novembre 2026.')
  expect(await read(held, 'en')).toContain('Active certification in the register loaded on')
  // What comes after the import is judged with it at once.
  const later = (await enterEntry(world.ctx(), certification('4444', 'Conduire un bus'))).id
  expect((await entryById(world.ctx(), later))?.nature.shown).toBe('certification')
})
