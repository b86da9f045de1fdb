import { existsSync, readFileSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { type RecogniseOptions, readFrameworkFile } from './recognise.ts'
import { casePackage, escoSkills, latin1, register, romeTree } from './test-files.ts'

const read = (text: string | Uint8Array, options: Partial<RecogniseOptions> = {}) =>
  readFrameworkFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    fileName: 'fichier.csv',
    language: undefined,
    ...options,
  })
const kept = (text: string | Uint8Array, options: Partial<RecogniseOptions> = {}) => {
  const answer = read(text, options)
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
  return answer.file
}
const problemsOf = (text: string) =>
  kept(text).problems.map(({ line, field, code, value }) => [line, field, code, value])

describe('a format is recognised by what stands in the file', () => {
  test('CASE 1.1, in both spellings, with its tree', () => {
    const { file, official } = casePackage()
    for (const value of [official, file]) {
      const read = kept(JSON.stringify(value), { fileName: 'x' })
      expect(read).toMatchObject({ format: 'case', kind: 'case', refused: 0, languages: ['fr'] })
      expect(read.described).toMatchObject({ name: 'Référentiel d’essai', version: '2' })
      expect(
        read.items.map(({ code, labels, parentKey, kind }) => [code, labels['fr'], parentKey, kind]),
      ).toEqual([
        ['A', 'Travailler en équipe', null, 'domaine'],
        ['A.1', 'Partager une information utile', read.items[0]?.key, 'skill'],
      ])
    }
    const broken = structuredClone(official)
    Reflect.deleteProperty(broken.CFItems[1] ?? {}, 'fullStatement')
    expect(problemsOf(JSON.stringify(broken))).toEqual([[2, 'fullStatement', 'label-missing', '']])
    Reflect.deleteProperty(broken.CFDocument, 'title')
    expect(read(JSON.stringify(broken))).toMatchObject({
      ok: false,
      fault: { code: 'unknown-json', found: 'CFDocument.title' },
    })
  })

  const schema = '../shared/fixtures/1edtech-opencase/schemas/official/case-v1p1-cfpackage.json'
  test.skipIf(!existsSync(schema))(
    'our CASE sample holds to the official schema (skipped where ../shared is absent)',
    () => {
      const ajv = new Ajv2019({ strict: false })
      addFormats.default(ajv)
      const check = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
      expect(check(casePackage().official), JSON.stringify(check.errors)).toBe(true)
    },
  )

  test('ESCO, one language a file', () => {
    const file = kept(escoSkills('fr'), { fileName: 'skills_fr.csv' })
    expect(file).toMatchObject({
      format: 'esco-skills',
      kind: 'esco',
      part: 'skills',
      languages: ['fr'],
      refused: 1,
    })
    expect(file.items[0]).toMatchObject({
      uri: 'http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0',
      labels: { fr: 'travailler en équipe' },
      aliases: { fr: ['faire équipe', 'coopérer', 'équipier'] },
    })
    expect(file.items.map((one) => [one.kind, one.inForce])).toEqual([
      ['skill', true],
      ['knowledge', true],
      ['skill', false],
    ])
    expect(file.problems).toEqual([
      { line: 7, field: 'conceptType', code: 'not-an-item', value: 'Occupation' },
    ])
    expect(kept(escoSkills('en'), { fileName: 'sans-langue.csv' }).languages).toEqual(['en'])
    expect(kept(escoSkills('fr'), { fileName: 'greenSkillsCollection_fr.csv' }).part).toBe('green')
    const relations = kept(
      'conceptType,conceptUri,broaderType,broaderUri\nx,http://x.example/a,y,http://x.example/b\nx,http://x.example/a,y,http://x.example/c\n',
    )
    expect(relations).toMatchObject({ format: 'esco-relations', completeOnly: true })
    expect(relations.items.map((one) => [one.key, one.parentKey])).toEqual([
      ['http://x.example/a', 'http://x.example/b'],
    ])
  })

  test('ROME as CSV in UTF-8 and in Latin-1, as a list and as a tree', () => {
    const csv =
      'code_ogr,libelle_competence,code_type_competence,libelle_type_competence\n300460,Faire preuve d\'autonomie,2,Savoir-être\n100001,"Préparer, dresser une pièce",1,Savoir-faire\n'
    for (const bytes of [new TextEncoder().encode(csv), latin1(csv)]) {
      const file = kept(bytes)
      expect(file).toMatchObject({ format: 'rome-competences', kind: 'rome', part: 'competences' })
      expect(file.items.map((one) => [one.code, one.labels['fr']])).toEqual([
        ['300460', "Faire preuve d'autonomie"],
        ['100001', 'Préparer, dresser une pièce'],
      ])
    }
    expect(kept('code_ogr_savoir,libelle_savoir\n1,Règles d’hygiène\n')).toMatchObject({ part: 'savoirs' })
    const list = JSON.stringify({
      item_referentiel_competence: [
        { code_ogr: 300460, libelle: 'Faire preuve dâ€™autonomie' },
        { libelle: 'x' },
      ],
    })
    const fromList = kept(list, { fileName: 'unix_referentiel_competence_v460.json' })
    expect(fromList.items[0]?.code).toBe('300460')
    expect(fromList.problems).toMatchObject([{ line: 2, field: 'code_ogr', code: 'key-missing' }])
    const tree = kept(latin1(JSON.stringify(romeTree())))
    expect(tree).toMatchObject({ format: 'rome-tree', part: 'tree', refused: 0 })
    expect(tree.items.map((one) => [one.key, one.parentKey, one.labels['fr']])).toEqual([
      ['D6', null, 'Coopération'],
      ['D6A', 'D6', 'Coopérer'],
      ['D6A1', 'D6A', 'Travailler à plusieurs'],
      ['300465', 'D6A1', "Avoir l'esprit d'équipe"],
      ['123456', '300465', 'Animer une réunion'],
    ])
  })

  test('RNCP and RS, active or not', () => {
    const file = kept(register())
    expect(file).toMatchObject({ format: 'register', kind: 'rncp', part: 'rncp+rs', refused: 2 })
    expect(file.items.map((one) => [one.code, one.kind, one.inForce, one.uri])).toEqual([
      ['RNCP181', 'rncp', false, 'https://www.francecompetences.fr/recherche/rncp/181/'],
      ['RS5875', 'rs', true, 'https://www.francecompetences.fr/recherche/rs/5875/'],
    ])
    expect(file.problems.map((one) => [one.line, one.field, one.code])).toEqual([
      [4, 'Numero_Fiche', 'bad-number'],
      [5, 'Numero_Fiche', 'twice'],
    ])
    expect(kept('Numero_Fiche;Intitule;Actif\nRS27;Un titre;ACTIVE\n').kind).toBe('rs')
  })

  test('a table of one’s own, with titles in French or English and several languages', () => {
    const file = kept(
      'Référentiel du réseau;;;;\nCode;Libellé;Libellé (anglais);Parent;Synonymes\nA;Coopérer;Cooperate;;travailler ensemble | faire équipe\nB;Partager;;Coopérer;\n',
    )
    expect(file).toMatchObject({ format: 'plain', kind: 'csv', languages: ['fr', 'en'], refused: 0 })
    expect(file.items).toMatchObject([
      {
        key: 'A',
        labels: { fr: 'Coopérer', en: 'Cooperate' },
        aliases: { fr: ['travailler ensemble', 'faire équipe'] },
      },
      { key: 'B', labels: { fr: 'Partager' }, parentKey: 'A' },
    ])
    expect(
      kept('name,description,url\nWork,Do it,https://x.example/1\n', { language: 'en' }).items[0],
    ).toMatchObject({
      key: 'https://x.example/1',
      labels: { en: 'Work' },
    })
  })
})

describe('every line that is left out says where and why', () => {
  test.each<[string, string, unknown[][]]>([
    ['a code twice', 'code;libelle\nA;un\nA;deux\n', [[3, 'code', 'twice', 'A (2)']]],
    ['no label', 'code;libelle\nA;\nB;deux\n', [[2, 'libelle', 'label-missing', 'A']]],
    [
      'a parent that is nowhere',
      'code;libelle;parent\nA;un;Z\nB;deux;\nC;trois;A\n',
      [
        [2, 'parent', 'parent-unknown', 'Z'],
        [4, 'parent', 'parent-unknown', 'A'],
      ],
    ],
    [
      'parents in a circle',
      'code;libelle;parent\nA;un;B\nB;deux;A\nC;trois;\n',
      [
        [2, 'parent', 'parent-cycle', 'B'],
        [3, 'parent', 'parent-cycle', 'A'],
      ],
    ],
    ['its own parent', 'code;libelle;parent\nA;un;A\nC;trois;\n', [[2, 'parent', 'parent-cycle', 'A']]],
    ['an address that is none', 'code;libelle;url\nA;un;ici\nB;deux;\n', [[2, 'url', 'bad-address', 'ici']]],
    ['a cell too many', 'code;libelle\nA;un;deux\nB;deux\n', [[2, 'libelle', 'too-many-cells', '']]],
    ['an open quote', 'code;libelle\n"A;un\nB;deux\n', [[2, 'libelle', 'open-quote', '']]],
  ])('%s', (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  test('all refused lines are counted, the first two hundred are told', () => {
    const file = kept(`code;libelle\nA;un\n${'A;encore\n'.repeat(500)}`)
    expect(file.refused).toBe(500)
    expect(file.problems.length).toBe(200)
  })
})

describe('a file that cannot be read says what it is and what to do', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['nothing', '', { code: 'empty' }],
    ['spaces', ' \n\n ', { code: 'empty' }],
    ['a header alone', 'code;libelle\n', { code: 'header-only', line: 1 }],
    ['an archive', Buffer.from('PK\u0003\u0004aaaaskills_fr.csv'), { code: 'zip' }],
    ['a workbook', Buffer.from('PK\u0003\u0004aaaa[Content_Types].xml'), { code: 'workbook' }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), { code: 'not-text' }],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), { code: 'not-text' }],
    ['a page', '<!doctype html><p>Accès refusé', { code: 'markup' }],
    ['broken JSON', '{"CFDocument": {\n"title": }', { code: 'broken-json', line: 2 }],
    ['another JSON', '{"a": 1, "b": 2}', { code: 'unknown-json', found: 'a, b' }],
    ['an empty list', '[]', { code: 'header-only' }],
    ['other columns', 'prix;quantité\n1;2\n', { code: 'unknown-columns', line: 1, found: 'prix, quantité' }],
    ['only faulty lines', 'code;libelle\nA;\n', { code: 'nothing-kept', line: 2, found: 'libelle' }],
  ])('%s', (_name, file, fault) => {
    expect(read(file)).toEqual({ ok: false, fault: expect.objectContaining(fault) })
  })

  test('a format that the person named is held to', () => {
    expect(read('code;libelle\nA;un\n', { wished: 'esco' })).toEqual({
      ok: false,
      fault: { code: 'other-format', found: 'csv' },
    })
    expect(read('code;libelle\nA;un\n', { wished: 'csv' }).ok).toBe(true)
  })
})

describe('whatever is sent', () => {
  test('any text and any bytes are answered, never thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        read(text)
        read(`code;libelle;parent\n${text}`)
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void read(bytes)))
    fc.assert(fc.property(fc.json(), (text) => void read(text)))
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const key of ['CFDocument', 'arborescence_competence', 'item_referentiel_competence'])
          read(JSON.stringify({ [key]: value, CFItems: value, CFAssociations: value }))
      }),
    )
  })

  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ ,;"'\n-]{0,20}[a-z]$/)
  const row = fc.record({ label: word, description: fc.oneof(fc.constant(''), word), parent: fc.nat(9) })
  test('what a spreadsheet writes comes back as it was, line after line', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 10 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const data = rows.map((one, at) => [
            `C${at}`,
            one.label,
            one.description,
            one.parent < at ? `C${one.parent}` : '',
          ])
          const text = Papa.unparse(
            { fields: ['Code', 'Libellé', 'Définition', 'Parent'], data },
            { delimiter },
          )
          const file = kept(text)
          const plain = (cell: string) => cell.replace(/[ \t\u00a0]+/g, ' ').trim()
          expect(
            file.items.map((one) => [
              one.code,
              one.labels['fr'],
              one.descriptions['fr'],
              one.parentKey ?? '',
            ]),
          ).toEqual(
            data.map(([code, label, description, parent]) => [
              code,
              plain(label ?? ''),
              plain(description ?? ''),
              parent,
            ]),
          )
        },
      ),
    )
  })

  test('no item has itself among its parents, however they are given', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }), (parents) => {
        const answer = read(
          `code;libelle;parent\n${parents.map((parent, at) => `C${at};l${at};C${parent}`).join('\n')}\n`,
        )
        const items = answer.ok ? answer.file.items : []
        const byKey = new Map(items.map((one) => [one.key, one.parentKey]))
        for (const item of items) {
          let at: string | null | undefined = item.key
          for (let steps = 0; at !== null && at !== undefined; steps += 1) {
            expect(steps).toBeLessThan(20)
            at = byKey.get(at)
          }
        }
        if (answer.ok) expect(answer.file.items.length + answer.file.refused).toBe(parents.length)
      }),
    )
  })
})
