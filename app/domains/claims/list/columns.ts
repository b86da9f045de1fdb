import type { SourceLine } from '../../../infra/text-table/index.ts'

/** What a column of a list can hold. `family` and `given` make the name together. */
export type Field = 'name' | 'family' | 'given' | 'usual' | 'address' | 'evidence' | 'narrative' | 'ignored'

export interface Columns {
  fields: Field[]
  /** The list begins with the names of its columns. */
  header: boolean
  /** Lines before the first person: header and titles. */
  skip: number
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const exact: Record<Exclude<Field, 'ignored'>, string[]> = {
  name: [
    'nom complet',
    'nom et prenom',
    'nom prenom',
    'prenom nom',
    'prenom et nom',
    'nom prenoms',
    'noms et prenoms',
    'identite',
    'personne',
    'beneficiaire',
    'participant',
    'participante',
    'participants',
    'apprenant',
    'apprenants',
    'stagiaire',
    'stagiaires',
    'titulaire',
    'candidat',
    'eleve',
    'etudiant',
    'destinataire',
    'salarie',
    'name',
    'full name',
    'fullname',
    'recipient',
    'recipient name',
    'learner',
    'student',
    'participant name',
    'display name',
    'displayname',
  ],
  family: [
    'nom de famille',
    'nom de naissance',
    'nom patronymique',
    'noms',
    'last name',
    'lastname',
    'surname',
    'family name',
    'familyname',
    'second name',
  ],
  usual: ['nom d usage', 'nom usuel', 'nom marital', 'nom d epouse'],
  given: [
    'prenom',
    'prenoms',
    'premier prenom',
    'prenom usuel',
    'prenom d usage',
    'first name',
    'firstname',
    'given name',
    'givenname',
    'forename',
  ],
  address: [
    'e mail',
    'email',
    'mail',
    'mel',
    'courriel',
    'adresse',
    'adresse e mail',
    'adresse email',
    'adresse mail',
    'adresse electronique',
    'adresse courriel',
    'adresse de messagerie',
    'courrier electronique',
    'messagerie',
    'email address',
    'e mail address',
    'recipient email',
    'identifiant mail',
  ],
  evidence: [
    'preuve',
    'preuves',
    'lien',
    'liens',
    'lien de la preuve',
    'lien vers la preuve',
    'url',
    'url de la preuve',
    'url preuve',
    'preuve url',
    'piece',
    'trace',
    'evidence',
    'evidence url',
    'proof',
    'link',
    'artifact',
  ],
  narrative: [
    'recit',
    'recits',
    'commentaire',
    'commentaires',
    'remarque',
    'remarques',
    'observation',
    'observations',
    'appreciation',
    'justification',
    'description',
    'ce qui a ete fait',
    'ce que la personne a fait',
    'motif',
    'narrative',
    'comment',
    'comments',
    'note',
    'notes',
    'statement',
  ],
}

/** Words that are known not to be ours: a register holds many columns. */
const foreign =
  /\b(deuxieme|troisieme|second|middle|naissance|birth|telephone|tel|phone|postale|postal|ville|city|site|numero|identifiant|groupe|classe|date|ligne|line|a corriger|to correct|civilite|sexe|id|code)\b/

function fieldOf(title: string): Field | undefined {
  const words = plain(title)
  if (words === '') return undefined
  for (const [field, titles] of entries) if (titles.includes(words)) return field
  if (/\b(mail|courriel|email|electronique)\b/.test(words)) return 'address'
  if (/\bprenom\b/.test(words) && /\bnom\b/.test(words)) return 'name'
  if (foreign.test(words)) return 'ignored'
  if (/\bprenom\b/.test(words)) return 'given'
  if (
    words === 'nom' ||
    /^nom (de|du) (la |l )?(apprenant|stagiaire|participant|candidat|eleve|personne)/.test(words)
  )
    return 'family'
  if (/\b(preuve|evidence)\b/.test(words)) return 'evidence'
  if (/\b(recit|commentaire|narrative)\b/.test(words)) return 'narrative'
  return undefined
}
const entries = [
  ['name', exact.name],
  ['family', exact.family],
  ['usual', exact.usual],
  ['given', exact.given],
  ['address', exact.address],
  ['evidence', exact.evidence],
  ['narrative', exact.narrative],
] as const

const personal = new Set<Field>(['name', 'family', 'given', 'usual', 'address'])

/** Finds what each column holds: by the header where there is one, else by what the cells look like. */
export function findColumns(lines: readonly SourceLine[]): Columns {
  for (const [index, { cells }] of lines.slice(0, 10).entries()) {
    if (cells.some(looksLikeAddress)) break
    const titles = cells.map(fieldOf)
    const known = titles.filter((field) => field !== undefined && personal.has(field)).length
    const filled = cells.filter((cell) => cell.trim() !== '').length
    // One recognised word among several cells could be a surname; a line of one word is a header.
    if (known >= 2 || (known === 1 && filled <= titles.filter((field) => field !== undefined).length + 1))
      return { fields: settle(titles.map((field) => field ?? 'ignored')), header: true, skip: index + 1 }
  }
  return { fields: byContent(lines), header: false, skip: 0 }
}

/** Each field once: the first column wins. « Nom » beside « Prénom » is the family name, alone it is the name. */
function settle(fields: Field[]): Field[] {
  const seen = new Set<Field>()
  const single = fields.map((field): Field => {
    if (field === 'ignored' || !seen.has(field)) {
      seen.add(field)
      return field
    }
    return 'ignored'
  })
  if (seen.has('given')) return single
  return single.map((field) => (field === 'family' && !seen.has('name') ? 'name' : field))
}

const looksLikeAddress = (cell: string) => /\S@\S/.test(cell)
const looksLikeLink = (cell: string) => /^(https?:\/\/|www\.)\S+$/i.test(cell.trim())
const isLong = (cell: string) => cell.trim().split(/\s+/).length > 5
const isNumber = (cell: string) => /^[\d\s./:-]+$/.test(cell.trim())
const isShouted = (cell: string) => /\p{Lu}{2}/u.test(cell) && cell === cell.toUpperCase()

function byContent(lines: readonly SourceLine[]): Field[] {
  const sample = lines.slice(0, 200).map(({ cells }) => cells)
  const width = Math.max(0, ...sample.map((cells) => cells.length))
  const share = (column: number, test: (cell: string) => boolean) => {
    const filled = sample.map((cells) => cells[column] ?? '').filter((cell) => cell.trim() !== '')
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  }
  const fields = Array.from({ length: width }, (): Field => 'ignored')
  const take = (field: Field, test: (cell: string) => boolean) => {
    let best = -1
    for (let column = 0; column < width; column += 1)
      if (
        fields[column] === 'ignored' &&
        share(column, test) >= 0.4 &&
        (best === -1 || share(column, test) > share(best, test))
      )
        best = column
    if (best !== -1) fields[best] = field
  }
  take('address', looksLikeAddress)
  take('evidence', looksLikeLink)
  take('narrative', isLong)
  const names = fields
    .map((field, column) => ({ field, column }))
    .filter(({ field, column }) => field === 'ignored' && share(column, (cell) => !isNumber(cell)) > 0.5)
    .map(({ column }) => column)
  const [first, second] = names
  if (first === undefined) return fields
  // Two short columns of single words are a name in two parts; the part in capitals is the family name.
  const isPart = (column: number) => share(column, (cell) => cell.trim().split(/\s+/).length <= 2) > 0.7
  if (second !== undefined && second === first + 1 && isPart(first) && isPart(second)) {
    const familySecond = share(second, isShouted) > 0.6 || share(first, isShouted) <= 0.6
    fields[first] = familySecond ? 'given' : 'family'
    fields[second] = familySecond ? 'family' : 'given'
  } else fields[first] = 'name'
  return fields
}
