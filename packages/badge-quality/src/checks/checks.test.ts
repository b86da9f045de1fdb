import type { JsonObject } from '@insigne/open-badges'
import { describe, expect, test } from 'vitest'
import { badgeOf } from '../badge.ts'
import { type AssessInput, assess, type CheckNumber } from '../index.ts'
import { award, fiveFacts, made, told } from '../test-badges.ts'

const check = (number: CheckNumber, input: AssessInput) => {
  const found = assess(input).solidity.find((one) => one.check === number)
  if (found === undefined) throw new Error('the ten are always there')
  return found
}
const state = (number: CheckNumber, achievement: JsonObject) => check(number, { achievement }).state

describe('1 criteria', () => {
  test.each([
    ['Range les tâches avant de commencer.', 'yes'],
    ['Obtenir 8 points au test.', 'yes'],
    ['Avoir participé à l’atelier.', 'no'],
    ['Être motivé et rigoureux.', 'no'],
    ['Faire preuve d’autonomie.', 'no'],
    ['Selon le règlement.', 'unknown'],
  ] as const)('reads « %s » as %s', (text, expected) => {
    expect(state(1, told(text))).toBe(expected)
  })

  test('is unknown behind a link', () => {
    expect(state(1, { criteria: { id: 'https://example.org/criteria' } })).toBe('unknown')
    expect(state(1, { criteria: 'https://example.org/criteria' })).toBe('unknown')
  })
})

describe('3 alignment', () => {
  const aligned = (alignment: JsonObject) => state(3, told('x', { alignment: [alignment] }))

  test('holds by an address or a code', () => {
    expect(aligned({ targetName: 'x', targetUrl: 'http://data.europa.eu/esco/skill/1' })).toBe('yes')
    expect(aligned({ targetName: 'x', targetCode: '300483' })).toBe('yes')
  })

  test('does not hold by a name alone, nor by the page of the badge itself', () => {
    expect(aligned({ targetName: 'Soft skills' })).toBe('no')
    expect(aligned({ targetName: 'x', targetUrl: 'https://badges.example.org/achievements/2' })).toBe('no')
    expect(state(3, told('x', { alignment: [] }))).toBe('unknown')
  })
})

describe('4 assessment', () => {
  test.each([
    ['Range la réserve. Mise en situation chez un employeur.', 'yes'],
    ['Répond au client. Soutenance devant un jury.', 'yes'],
    ['Pass the written exam.', 'yes'],
    ['Mener un entretien d’accueil avec une personne.', 'unknown'],
    ['Compétence évaluée.', 'unknown'],
    ['Trie le linge. Aucune évaluation n’est faite.', 'no'],
    ['Opens the space. This is not formally assessed.', 'no'],
    ['Suivre le module. Un quiz facultatif est proposé.', 'no'],
    ['Avoir participé à l’atelier sur l’évaluation par portfolio.', 'unknown'],
  ] as const)('reads « %s » as %s', (text, expected) => {
    expect(state(4, told(text))).toBe(expected)
  })

  test('takes the field of the EU list', () => {
    expect(state(4, told('x', { assessment_type: 'written_exam' }))).toBe('yes')
    expect(state(4, told('x', { assessment_type: 'null' }))).toBe('unknown')
  })
})

describe('5 assessor', () => {
  test('is no when the person assesses themself', () => {
    expect(state(5, told('Créer une page web. La personne s’auto-évalue avec la fiche.'))).toBe('no')
  })

  test('is no when the holder is the issuer', () => {
    const credential = award(made(fiveFacts), {}, { id: 'did:web:badges.example.org' })
    expect(check(5, { credential }).state).toBe('no')
    expect(check(5, { credential }).sentence.fr).toBe('La personne s’est remis le badge à elle-même.')
  })
})

describe('6 evidence', () => {
  const account = 'Le 3 juin, a préparé douze commandes sans erreur.'
  const carried = (more: JsonObject, subject: JsonObject = {}) =>
    check(6, { credential: award(made(fiveFacts), more, subject) })

  test('of an award, is what the award carries', () => {
    expect(carried({ evidence: [{ type: ['Evidence'], id: 'https://example.org/photo' }] }).state).toBe('yes')
    expect(carried({ evidence: { type: 'Evidence', narrative: account } }).state).toBe('yes')
    expect(carried({}, { narrative: account }).state).toBe('yes')
  })

  test('of an award, is not the rule', () => {
    expect(carried({}).state).toBe('unknown')
    expect(carried({}).sentence.en).toBe('Evidence is required. This badge carries none.')
    expect(carried({ evidence: [{ type: ['Evidence'], name: 'Photo' }] }).state).toBe('unknown')
  })

  test('is not the old badge that a conversion points at', () => {
    const old = {
      type: ['Evidence', 'https://w3id.org/openbadges#Assertion'],
      id: 'https://example.org/assertions/1',
    }
    expect(carried({ evidence: [old] }).state).toBe('unknown')
  })

  test('is not the criteria copied where the account should be', () => {
    const text = 'Fabriquer une table à partir d’un plan.'
    expect(check(6, { credential: award(told(text), {}, { narrative: text }) }).state).toBe('unknown')
  })

  test.each([
    ['Une fiche d’observation est jointe à chaque badge.', 'yes'],
    ['Joindre deux preuves.', 'yes'],
    ['Upload a video of the repair.', 'yes'],
    ['Pièce d’identité demandée.', 'unknown'],
    ['Registration is required.', 'unknown'],
    ['Aucune preuve n’est demandée.', 'no'],
  ] as const)('of an achievement, reads the rule in « %s » as %s', (text, expected) => {
    expect(state(6, told(`Range la réserve avant midi. ${text}`))).toBe(expected)
  })

  test('of an achievement, optional is unknown', () => {
    const optional = { ...fiveFacts, evidence: '**Preuve ou récit des faits\u00a0:** Possible, pas exigée' }
    expect(state(6, made(optional))).toBe('unknown')
    expect(assess({ achievement: made(optional) }).nature.shown).toBe('realisation')
  })
})

describe('7 grid and 8 identity', () => {
  test('are read in words, with their denial', () => {
    expect(state(7, told('Range la réserve. La grille est remise aux candidats avant l’épreuve.'))).toBe(
      'yes',
    )
    expect(state(7, told('Range la réserve. La grille n’est pas communiquée.'))).toBe('no')
    expect(state(8, told('Range la réserve. Une pièce d’identité est demandée.'))).toBe('yes')
    expect(state(8, told('Checks the tyres. Identity is not verified.'))).toBe('no')
    expect(state(8, told('x', { assessment_id_verified: false }))).toBe('no')
  })
})

describe('9 quality', () => {
  const issuer = { id: 'did:web:x.fr', name: 'Centre', description: 'Organisme certifié Qualiopi.' }
  const achievement = told('Range la réserve.')

  test('needs an issuer and its quality assurance', () => {
    expect(check(9, { achievement, issuer }).state).toBe('yes')
    expect(
      check(9, { achievement, issuer: { ...issuer, description: 'Pas encore certifié Qualiopi.' } }).state,
    ).toBe('unknown')
    expect(check(9, { achievement, issuer: { id: 'did:web:x.fr', name: 'Centre' } }).state).toBe('unknown')
    expect(check(9, { achievement, issuer: { description: 'Certifié Qualiopi' } }).state).toBe('unknown')
  })

  test('listens to the verification before the text', () => {
    const refused = { verdict: 'invalid', issuer: { bound: false } } as const
    const open = { verdict: 'undetermined', issuer: { bound: false } } as const
    expect(check(9, { achievement, issuer, report: refused }).state).toBe('no')
    expect(check(9, { achievement, issuer, report: open }).state).toBe('unknown')
    expect(assess({ achievement: made(fiveFacts), report: refused }).nature.shown).toBe('undetermined')
    expect(assess({ achievement: made(fiveFacts), report: open }).nature.shown).toBe('competence')
  })
})

describe('10 endorsement', () => {
  const by = (id: string): JsonObject => ({ type: ['EndorsementCredential'], issuer: { id, name: 'x' } })
  const credential = award(told('Range la réserve.'), { endorsement: [by('https://branche.fr')] })

  test('counts when somebody verified it', () => {
    expect(check(10, { credential }).state).toBe('unknown')
    expect(check(10, { credential }).sentence.en).toBe('An endorsement is attached. It was not verified.')
    const report = {
      verdict: 'valid',
      issuer: { bound: true },
      checks: [{ name: 'endorsements', state: 'valid' }],
    } as const
    expect(check(10, { credential, report }).state).toBe('yes')
    const endorsements = [{ credential: by('https://branche.fr'), verified: true }]
    expect(check(10, { achievement: told('x'), endorsements }).state).toBe('yes')
  })

  test('by the issuer or the holder is no third party', () => {
    for (const id of ['did:web:badges.example.org', 'urn:uuid:1'])
      expect(check(10, { credential: award(told('x'), { endorsement: by(id) }) }).state).toBe('no')
  })
})

test('every state of every check has its own framework and a sentence in both languages', () => {
  for (const one of assess({ achievement: made(fiveFacts) }).solidity) {
    expect(one.framework.length).toBeGreaterThan(0)
    expect(one.sentence.fr).not.toBe(one.sentence.en)
    expect(one.sentence.fr).not.toMatch(/[!']|[^\u00a0]:/)
  }
})

// The names under which exports carry the criteria text: Badgr's API, Open edX, OBF, edubadges.
test.each(['criteriaNarrative', 'criteria_narrative', 'criteria_html', 'criteria_text'])(
  'the criteria are read from the field %s of an export',
  (field) => {
    const text = 'Construit une étagère et la fixe au mur.'
    const { solidity } = assess({
      achievement: {
        name: 'Étagère',
        [field]: field === 'criteria_html' ? `<p>${text}</p>` : text,
        inLanguage: 'fr',
      },
    })
    const [first] = solidity
    expect(first?.state).toBe('yes')
    expect(first?.proofs[0]?.pointer).toBe(`/${field}`)
  },
)

test('a criteria text that an export repeats under two names is read once, at the standard’s place', () => {
  const narrative = 'Construit une étagère.'
  const badge = badgeOf({
    achievement: { name: 'Étagère', criteria: { narrative }, criteria_text: `${narrative} ` },
  })
  expect(badge.criteria.map(({ source }) => source.pointer)).toEqual(['/criteria/narrative'])
})

test('an address in a field of an export is not a text', () => {
  const badge = badgeOf({
    achievement: { name: 'Étagère', criteriaNarrative: 'https://badges.example.org/criteria' },
  })
  expect(badge.criteria).toEqual([])
})

test.each([
  'quality_assurance_url',
  'qualityAssuranceUrl',
  'quality_assurance_description',
  'qualityAssuranceDescription',
])('quality assurance is read from the field %s', (field) => {
  const { solidity } = assess({
    achievement: {
      name: 'Badge',
      creator: { id: 'https://badges.example.org/issuers/1', name: 'Maison des parcours' },
      [field]: 'https://quality.example.org/label',
    },
  })
  expect(solidity.find(({ check }) => check === 9)?.state).toBe('yes')
})
