import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { decode } from '../../../infra/text-table/index.ts'
import { readList } from './read-list.ts'

const read = (text: string, evidenceRequired = false) => readList(text, { evidenceRequired })
const people = (text: string) =>
  read(text).rows.map(
    ({ cells }) =>
      `${cells.name}|${cells.address}${cells.evidence && `|${cells.evidence}`}${cells.narrative && `|${cells.narrative}`}`,
  )
const marie = ['Marie Dupont|marie@exemple.fr']
const two = ['Marie Dupont|marie@exemple.fr', 'Yann Le Goff|yann@exemple.fr']

describe('the torture set: each list names the same people', () => {
  test.each<[string, string, string[]]>([
    ['comma', 'Nom complet,E-mail\nMarie Dupont,marie@exemple.fr', marie],
    ['semicolon', 'Nom complet;E-mail\nMarie Dupont;marie@exemple.fr', marie],
    ['tab', 'Nom complet\tE-mail\nMarie Dupont\tmarie@exemple.fr', marie],
    ['byte order mark', '\ufeffNom complet;E-mail\nMarie Dupont;marie@exemple.fr', marie],
    ['CRLF', 'Nom complet;E-mail\r\nMarie Dupont;marie@exemple.fr\r\n', marie],
    ['CR only', 'Nom complet;E-mail\rMarie Dupont;marie@exemple.fr\r', marie],
    ['sep= of Excel', 'sep=;\nNom complet;E-mail\nMarie Dupont;marie@exemple.fr', marie],
    [
      'comma inside quotes',
      'name,email\n"Dupont, Marie",marie@exemple.fr',
      ['Dupont, Marie|marie@exemple.fr'],
    ],
    [
      'quotes inside quotes',
      'name,email\n"Marie ""Mimi"" Dupont",marie@exemple.fr',
      ['Marie "Mimi" Dupont|marie@exemple.fr'],
    ],
    [
      'quotes inside a bare cell',
      'name,email\nMarie "Mimi" Dupont,marie@exemple.fr',
      ['Marie "Mimi" Dupont|marie@exemple.fr'],
    ],
    ['all cells quoted', '"name","email"\n"Marie Dupont","marie@exemple.fr"', marie],
    [
      'a line break inside quotes',
      'name,email,comment\n"Marie Dupont",marie@exemple.fr,"un\ndeux"',
      ['Marie Dupont|marie@exemple.fr|un\ndeux'],
    ],
    [
      'semicolons and commas together',
      'Nom;E-mail;Commentaire\nMarie Dupont;marie@exemple.fr;vite, bien',
      ['Marie Dupont|marie@exemple.fr|vite, bien'],
    ],
    ['family and given name', 'Nom;Prénom;E-mail\nDupont;Marie;marie@exemple.fr', marie],
    ['given name first', 'Prénom;Nom;E-mail\nMarie;Dupont;marie@exemple.fr', marie],
    ['address first', 'Courriel;Prénom;Nom\nmarie@exemple.fr;Marie;Dupont', marie],
    ['English', 'Last name,First name,Email address\nDupont,Marie,marie@exemple.fr', marie],
    ['English, one name', 'Recipient name,Recipient email\nMarie Dupont,marie@exemple.fr', marie],
    [
      'title in capitals and spaces',
      '  NOM DE FAMILLE ; PRÉNOM ; ADRESSE E-MAIL \nDupont;Marie;marie@exemple.fr',
      marie,
    ],
    ['title without accents', 'nom;prenom;adresse electronique\nDupont;Marie;marie@exemple.fr', marie],
    ['title with underscores', 'first_name,last_name,e_mail\nMarie,Dupont,marie@exemple.fr', marie],
    ['title with stars', 'Nom*;Prénom*;Adresse e-mail*\nDupont;Marie;marie@exemple.fr', marie],
    [
      'the register of Pix Orga',
      "Identifiant unique*;Premier prénom*;Deuxième prénom;Troisième prénom;Nom de famille*;Nom d'usage;Date de naissance (jj/mm/aaaa)*;Code commune naissance**;Adresse e-mail\n123;Marie;Anne;Lou;Martin;Dupont;01/02/1990;75101;marie@exemple.fr",
      marie,
    ],
    [
      'Pix Orga without a name in use',
      "Premier prénom*;Nom de famille*;Nom d'usage;Adresse e-mail\nMarie;Dupont;;marie@exemple.fr",
      marie,
    ],
    [
      'unknown columns',
      'Groupe;Nom;Prénom;Ville;E-mail;Téléphone\nA;Dupont;Marie;Caen;marie@exemple.fr;06',
      marie,
    ],
    [
      'a title above the header',
      'Liste du groupe;;\n;;\nNom;Prénom;E-mail\nDupont;Marie;marie@exemple.fr',
      marie,
    ],
    ['blank lines', '\n\nNom complet;E-mail\n\nMarie Dupont;marie@exemple.fr\n;\n\n', marie],
    ['empty cells at the end', 'Nom complet;E-mail;;\nMarie Dupont;marie@exemple.fr;;', marie],
    [
      'a column given twice',
      'Nom complet;E-mail;E-mail\nMarie Dupont;marie@exemple.fr;autre@exemple.fr',
      marie,
    ],
    ['no header, address second', 'Marie Dupont;marie@exemple.fr\nYann Le Goff;yann@exemple.fr', two],
    ['no header, address first', 'marie@exemple.fr,Marie Dupont\nyann@exemple.fr,Yann Le Goff', two],
    ['no header, three columns', 'Marie;Dupont;marie@exemple.fr\nYann;Le Goff;yann@exemple.fr', two],
    [
      'no header, family name in capitals',
      'DUPONT\tMarie\tmarie@exemple.fr\nLE GOFF\tYann\tyann@exemple.fr',
      ['Marie DUPONT|marie@exemple.fr', 'Yann LE GOFF|yann@exemple.fr'],
    ],
    ['no header, a number first', '1;Marie Dupont;marie@exemple.fr\n2;Yann Le Goff;yann@exemple.fr', two],
    ['names only', 'Marie Dupont\nYann Le Goff', ['Marie Dupont|', 'Yann Le Goff|']],
    ['one name', 'Marie Dupont', ['Marie Dupont|']],
    ['names under a title', 'Nom\nMarie Dupont', ['Marie Dupont|']],
    ['names and commas without header', 'Dupont, Marie\nLe Goff, Yann', ['Dupont Marie|', 'Le Goff Yann|']],
    ['as mail programs write', 'Marie Dupont <marie@exemple.fr>\nYann Le Goff <yann@exemple.fr>', two],
    ['one line of a mail program', 'Marie Dupont <marie@exemple.fr>; Yann Le Goff <yann@exemple.fr>', two],
    [
      'one line of a mail program, commas',
      'Marie Dupont <marie@exemple.fr>, Yann Le Goff <yann@exemple.fr>,',
      two,
    ],
    [
      'pasted cells',
      'Nom\tPrénom\tAdresse e-mail\nDupont\tMarie\tmarie@exemple.fr\nLe Goff\tYann\tyann@exemple.fr',
      two,
    ],
    ['pasted cells without the header', 'Dupont\tMarie\tmarie@exemple.fr', ['Dupont Marie|marie@exemple.fr']],
    ['mailto', 'name,email\nMarie Dupont,mailto:marie@exemple.fr', marie],
    ['angle brackets', 'name,email\nMarie Dupont,<marie@exemple.fr>', marie],
    ['capitals in the address', 'name,email\nMarie Dupont,Marie@Exemple.FR', marie],
    ['no-break spaces', 'name,email\n\u00a0Marie\u00a0Dupont\u00a0,\u00a0marie@exemple.fr\u00a0', marie],
    ['invisible signs', 'name,email\n\u200bMarie Dupont,marie@exemple.fr\u200b', marie],
    ['a full stop after the address', 'name,email\nMarie Dupont,marie@exemple.fr.', marie],
    [
      'evidence and narrative',
      'Nom complet;E-mail;Preuve;Récit\nMarie Dupont;marie@exemple.fr;https://exemple.fr/1;A tenu le stand',
      ['Marie Dupont|marie@exemple.fr|https://exemple.fr/1|A tenu le stand'],
    ],
    [
      'evidence in any order',
      'Récit;Preuve;E-mail;Nom complet\nA tenu;photo;marie@exemple.fr;Marie Dupont',
      ['Marie Dupont|marie@exemple.fr|photo|A tenu'],
    ],
    ['a cell like a formula', 'name,email\n=Marie,marie@exemple.fr', ['=Marie|marie@exemple.fr']],
    ['our own neutral form of it', "name,email\n'=Marie,marie@exemple.fr", ['=Marie|marie@exemple.fr']],
    [
      'lines of unequal length',
      'Nom complet;E-mail;Commentaire\nMarie Dupont;marie@exemple.fr\nYann Le Goff;yann@exemple.fr;bien',
      ['Marie Dupont|marie@exemple.fr', 'Yann Le Goff|yann@exemple.fr|bien'],
    ],
    [
      'apostrophes and hyphens',
      "Nom;Prénom;E-mail\nN’Diaye;Anne-Laure;a@exemple.fr\nO'Neil;Jean;j@exemple.fr",
      ['Anne-Laure N’Diaye|a@exemple.fr', "Jean O'Neil|j@exemple.fr"],
    ],
    [
      'other scripts',
      'name,email\nОлена Коваль,olena@exemple.fr\nليلى,leila@exemple.fr',
      ['Олена Коваль|olena@exemple.fr', 'ليلى|leila@exemple.fr'],
    ],
    ['a bar of nothing', '', []],
    ['a header and nobody', 'Nom;E-mail\n', []],
  ])('%s', (_name, text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  const accents =
    'Nom;Prénom;Adresse e-mail\nGérard-Lœuvre;Maëlle;maelle@exemple.fr\nBenoît;François;f@exemple.fr'
  const bytesOf: Record<string, Uint8Array> = {
    'utf-8': Buffer.from(accents),
    'utf-8 with mark': Buffer.from(`\ufeff${accents}`),
    'utf-16 little-endian': Buffer.from(`\ufeff${accents}`, 'utf16le'),
    'utf-16 big-endian': Buffer.from(`\ufeff${accents}`, 'utf16le').swap16(),
    'Windows-1252': encode(accents, 'windows-1252'),
    Macintosh: encode(accents, 'macintosh'),
  }
  test.each(Object.entries(bytesOf))('accents survive %s', (_name, bytes) => {
    const read = decode(bytes)
    expect(people(read?.text ?? '')).toEqual([
      'Maëlle Gérard-Lœuvre|maelle@exemple.fr',
      'François Benoît|f@exemple.fr',
    ])
  })

  test('the header alone tells Windows-1252 from Macintosh', () => {
    for (const encoding of ['windows-1252', 'macintosh'] as const)
      expect(decode(encode('Nom;Prénom;E-mail\nDupont;Marie;m@exemple.fr', encoding))?.encoding).toBe(
        encoding,
      )
  })

  test.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['control signs', Buffer.from([1, 2, 3, 4, 5, 6])],
  ])('%s is no text', (_name, bytes) => {
    expect(decode(bytes)).toBeUndefined()
  })
})

describe('every fault is told at once, at its line and its column', () => {
  test.each<[string, string, [string, string]]>([
    ['no name', ';marie@exemple.fr', ['name', 'name-missing']],
    ['no at sign', 'Marie;marie.exemple.fr', ['address', 'address-no-at']],
    ['two addresses', 'Marie;a@exemple.fr b@exemple.fr', ['address', 'address-two']],
    ['no end', 'Marie;marie@laposte', ['address', 'address-no-end']],
    ['a comma', 'Marie;"marie@exemple,fr"', ['address', 'address-comma']],
    ['a space', 'Marie;marie@exemple .fr', ['address', 'address-space']],
    ['nothing before the at sign', 'Marie;@exemple.fr', ['address', 'address-wrong']],
    ['signs only', '---;marie@exemple.fr', ['name', 'name-no-letter']],
    ['a long name', `${'a'.repeat(201)};marie@exemple.fr`, ['name', 'name-too-long']],
    ['a long narrative', `Marie;marie@exemple.fr;${'a '.repeat(3000)}`, ['narrative', 'text-too-long']],
    ['one cell too many', 'Marie;marie@exemple.fr;bien;reste', ['narrative', 'too-many-cells']],
  ])('%s', (_name, line, [cell, code]) => {
    const { rows } = read(`Nom;E-mail;Commentaire\nYann;yann@exemple.fr;\n\n${line}`)
    expect(rows.map((row) => [row.line, row.faults.map((fault) => [fault.cell, fault.code])])).toEqual([
      [2, []],
      [4, [[cell, code]]],
    ])
  })

  test('two faults of one row come together', () => {
    const [row] = read('Nom;E-mail\n;marie', true).rows
    expect(row?.faults.map((fault) => fault.code)).toEqual([
      'name-missing',
      'address-no-at',
      'evidence-missing',
    ])
  })

  test('lines are counted as a text editor counts them, across quoted line breaks', () => {
    const { rows } = read('name,email,comment\n"A","a@exemple.fr","un\ndeux\ntrois"\nB,b@@exemple.fr,')
    expect(rows.map((row) => row.line)).toEqual([2, 5])
  })

  test('an open quote spoils its line only', () => {
    const { rows } = read('name,email\nA,a@exemple.fr\n"B,b@exemple.fr\nC,c@exemple.fr\nD,d@exemple.fr')
    expect(rows.map((row) => [row.line, row.cells.name, row.faults.map((fault) => fault.code)])).toEqual([
      [2, 'A', []],
      [3, 'B', ['open-quote']],
      [4, 'C', []],
      [5, 'D', []],
    ])
  })
})

describe('whatever is sent', () => {
  test('any text is read without a throw, line after line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { rows } = read(text, true)
        const lines = rows.map((row) => row.line)
        expect(lines).toEqual([...lines].sort((a, b) => a - b))
        for (const row of rows) expect(row.cells.name).toBe(row.cells.name.trim())
      }),
    )
  })

  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,12}$/).filter((text) => /^\p{L}+$/u.test(text))
  const person = fc.record({
    name: fc.tuple(word, word).map((parts) => parts.join(' ')),
    address: fc.tuple(word, word).map(([a, b]) => `${a}@${b}.fr`.toLowerCase()),
    evidence: fc.oneof(fc.constant(''), word),
    narrative: fc
      .array(fc.oneof(word, fc.constantFrom(',', ';', '\t', '"', "'", '\n', '«')), { maxLength: 8 })
      .map((parts) =>
        parts
          .join(' ')
          .replace(/[ \t]+/g, ' ')
          .trim(),
      ),
  })

  test('a list written by a spreadsheet comes back as it was, in any order of columns', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        fc.shuffledSubarray(['name', 'address', 'evidence', 'narrative'] as const, { minLength: 4 }),
        (list, delimiter, order) => {
          const titles = { name: 'Nom complet', address: 'E-mail', evidence: 'Preuve', narrative: 'Récit' }
          const text = Papa.unparse(
            {
              fields: order.map((key) => titles[key]),
              data: list.map((one) => order.map((key) => one[key])),
            },
            { delimiter },
          )
          expect(read(text).rows.map((row) => row.cells)).toEqual(list)
        },
      ),
    )
  })
})

/** Bytes of a text in an old encoding, from the decoder's own table. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, index) => index))
  return Uint8Array.from([...text].map((sign) => table.indexOf(sign)))
}
