import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bakePng } from '@insigne/open-badges'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { stampPng } from '../../ui/stamp/png.ts'

const entry = path.join(import.meta.dirname, '../cli.ts')
let folder = ''
const inside = (name: string) => path.join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insigne-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs the command as a person would, in a process of its own. */
function insigne(argv: string[], more: { input?: string | Uint8Array; lang?: string } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--conditions=insigne-source', entry, ...argv], {
      cwd: folder,
      env: { PATH: process.env['PATH'], LANG: more.lang ?? 'en_GB.UTF-8' },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(more.input ?? '')
  })
}

const achievement = {
  id: 'https://badges.example.org/achievements/1',
  type: ['Achievement'],
  name: 'Organiser son travail dans un atelier',
  description: 'Préparer son poste, ranger ses tâches, prévenir d’un retard.',
  achievementType: 'Competency',
  criteria: { narrative: 'Observée trois fois à son poste, par deux encadrants.' },
}
const list = [
  '\ufeffEmail;Nom;Preuve;Narrative;Remarque',
  'amina@example.org;Amina Diallo;https://example.org/grille.pdf;"Le 28 mai,',
  'deux machines en panne.";',
  'pas-une-adresse;Bob;;;',
  ';Nemo;;;',
  '',
  'chloe@example.org;Chloé Martin;Une grille remplie;;rien',
].join('\r\n')

const Issued = z.looseObject({
  credentialSubject: z.looseObject({
    id: z.string().optional(),
    identifier: z
      .array(z.object({ hashed: z.boolean(), identityHash: z.string(), salt: z.string().optional() }).loose())
      .optional(),
  }),
  evidence: z.array(z.looseObject({})).optional(),
})
const readIssued = (name: string) => Issued.parse(JSON.parse(readFileSync(inside(name), 'utf8')))

describe('keygen', () => {
  test('a key is written for its owner alone, and never over another', async () => {
    const first = await insigne(['keygen', '--out', 'key.json'])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(statSync(inside('key.json')).mode & 0o777).toBe(0o600)
    const before = readFileSync(inside('key.json'), 'utf8')
    expect(JSON.parse(before)).toMatchObject({ did: expect.stringMatching(/^did:key:z6Mk/) })
    expect(first.out).not.toContain(JSON.parse(before).secretKeyMultibase)

    const second = await insigne(['keygen', '--out', 'key.json'])
    expect(second).toMatchObject({ code: 3, out: '' })
    expect(second.err).toContain('never overwritten')
    expect(readFileSync(inside('key.json'), 'utf8')).toBe(before)
  })

  test('a key for a web host comes with the document to publish', async () => {
    const made = await insigne(['keygen', '--out', 'web.json', '--did', 'web:localhost:3000'])
    expect(made.code).toBe(0)
    expect(JSON.parse(readFileSync(inside('web.json'), 'utf8')).did).toBe('did:web:localhost%3A3000')
    expect(made.out).toContain('http://localhost:3000/.well-known/did.json')
    const document = JSON.parse(made.out.slice(made.out.indexOf('{')))
    expect(document).toMatchObject({ id: 'did:web:localhost%3A3000', assertionMethod: [expect.any(String)] })
    expect(JSON.stringify(document)).not.toContain('secret')
  })

  test.each([
    [['keygen']],
    [['keygen', '--out', 'x', '--did', 'dns:x']],
    [['keygen', '--out', '/no/such/x']],
  ])('%j cannot be carried out', async (argv) => {
    const ran = await insigne(argv)
    expect(ran).toMatchObject({ code: 3, out: '' })
    expect(ran.err.trim().split('\n')).toHaveLength(1)
  })
})

describe('issue', () => {
  beforeAll(() => {
    writeFileSync(inside('achievement.json'), JSON.stringify(achievement))
    writeFileSync(inside('list.csv'), list)
  })
  const issue = (out: string, ...more: string[]) =>
    insigne(
      ['issue', '--key', 'key.json', '--achievement', 'achievement.json', '--recipients', 'list.csv'].concat(
        ['--out', out],
        more,
      ),
    )

  test('each row is signed or refused with its line, and the counts add up', async () => {
    const ran = await issue('out', '--bake', 'png')
    expect(ran.code).toBe(1)
    const lines = ran.out.trim().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^line 4: .*pas-une-adresse/),
      expect.stringMatching(/^line 5: /),
      'issued 2, refused 2',
    ])
    expect(readdirSync(inside('out')).sort()).toEqual([
      'badge-1.json',
      'badge-1.png',
      'badge-4.json',
      'badge-4.png',
    ])
    const files = readdirSync(inside('out'))
    const ran4 = await Promise.all(files.map((file) => insigne(['verify', `out/${file}`])))
    expect(ran4.map((one) => one.code)).toEqual([0, 0, 0, 0])
  })

  test('an address is in the badge only as a hash, with a salt of its own', () => {
    const badges = [readIssued('out/badge-1.json'), readIssued('out/badge-4.json')]
    expect(JSON.stringify(badges)).not.toContain('@example.org')
    const salts = badges.map((badge) => badge.credentialSubject.identifier?.[0]?.salt)
    expect(new Set(salts).size).toBe(2)
    expect(badges[0]?.evidence).toEqual([
      expect.objectContaining({
        id: 'https://example.org/grille.pdf',
        narrative: 'Le 28 mai,\ndeux machines en panne.',
      }),
    ])
    expect(badges[1]?.evidence).toEqual([expect.objectContaining({ narrative: 'Une grille remplie' })])
  })

  test('a compact text is signed and baked as well, and a recipient may be a DID', async () => {
    writeFileSync(inside('list.csv'), 'id,name\ndid:example:amina,Amina\nnot an id,Bob\n')
    const ran = await issue('out-jwt', '--proof', 'jwt', '--bake', 'svg')
    expect(ran.out.trim().split('\n').at(-1)).toBe('issued 1, refused 1')
    expect(readdirSync(inside('out-jwt')).sort()).toEqual(['badge-1.jwt', 'badge-1.svg'])
    for (const file of ['badge-1.jwt', 'badge-1.svg'])
      expect((await insigne(['verify', `out-jwt/${file}`])).code, file).toBe(0)
    writeFileSync(inside('list.csv'), list)
  })

  test('what cannot be carried out writes nothing and says why', async () => {
    writeFileSync(inside('poor.json'), '{"name":"x"}')
    writeFileSync(inside('nobody.csv'), 'prenom,nom\nA,B\n')
    const base = { key: 'key.json', achievement: 'achievement.json', recipients: 'list.csv', out: 'none' }
    const wrong: [Partial<typeof base> & Record<string, string>, string][] = [
      [{ key: 'poor.json' }, 'not a key'],
      [{ achievement: 'poor.json' }, 'not a badge'],
      [{ achievement: 'nowhere.json' }, 'does not exist'],
      [{ recipients: 'nobody.csv' }, 'no column'],
      [{ out: 'out' }, 'not empty'],
      [{ proof: 'magic' }, '--proof'],
      [{ bake: 'gif' }, '--bake'],
    ]
    const all = await Promise.all(
      wrong.map(([change]) =>
        insigne([
          'issue',
          ...Object.entries({ ...base, ...change }).flatMap(([name, value]) => [`--${name}`, value]),
        ]),
      ),
    )
    for (const [index, [, sentence]] of wrong.entries()) {
      expect(all[index], sentence).toMatchObject({ code: 3, out: '' })
      expect(all[index]?.err).toContain(sentence)
    }
    expect(() => readdirSync(inside('none'))).toThrow()
  })
})

describe('verify', () => {
  const good = () => readFileSync(inside('out/badge-1.json'), 'utf8')

  test('the report has the shape that programs rely on', async () => {
    const ran = await insigne(['verify', '--json', '-'], { input: good() })
    expect(ran.code).toBe(0)
    const report = JSON.parse(ran.out)
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        'verdict',
        'summary',
        'format',
        'checks',
        'issuer',
        'achievement',
        'recipient',
      ]),
    )
    expect(report.checks.map((check: { name: string }) => check.name)).toEqual(
      'extract structure context proof issuer schema refresh status validity recipient endorsements'.split(
        ' ',
      ),
    )
  })

  test('a changed badge is invalid, whatever carries it', async () => {
    const changed = good().replace('Organiser', 'Diriger')
    writeFileSync(inside('changed.json'), changed)
    const design = { shape: 'disc', symbol: 'checklist', colours: 'craie' } as const
    writeFileSync(inside('changed.png'), await bakePng(stampPng(design), changed))
    for (const file of ['changed.json', 'changed.png'])
      expect((await insigne(['verify', file])).code, file).toBe(1)
  })

  test('what needs the network is undetermined without it', async () => {
    writeFileSync(inside('one.csv'), 'email\na@example.org\n')
    const argv = '--key web.json --achievement achievement.json --recipients one.csv --out out-web'.split(' ')
    expect((await insigne(['issue', ...argv])).code).toBe(0)
    const ran = await insigne(['verify', '--offline', 'out-web/badge-1.json'])
    expect(ran.code).toBe(2)
    expect(ran.out).toContain('UNDETERMINED')
  })

  test('the terminal speaks the language of its variables', async () => {
    const ran = await insigne(['verify', 'out/badge-1.png'], { lang: 'fr_FR.UTF-8' })
    expect(ran.out).toContain('AUTHENTIQUE')
    expect((await insigne(['verify', 'no-such-file'], { lang: 'fr_FR.UTF-8' })).err).toContain('n’existe pas')
  })

  test('no text of a badge commands the terminal', async () => {
    const evil = good().replace('Organiser son travail', 'Organiser\\u001b[2J\\u202e son travail')
    const ran = await insigne(['verify', '-'], { input: evil })
    for (const sign of ['\u001b', '\u202e']) expect(ran.out).not.toContain(sign)
  })

  test.each([
    [['verify']],
    [['verify', 'a', 'b']],
    [['verify', 'no-such-file']],
    [['verify', '-']],
    [['verify', '--loud', 'key.json']],
    [['verify', '--offline', 'https://example.org/badge']],
    [['verify', 'https://127.0.0.1/badge']],
    [['verify', 'http://example.org/badge']],
    [['no-such-verb']],
  ])('%j cannot be carried out', async (argv) => {
    expect((await insigne(argv)).code).toBe(3)
  })

  test('a file that holds no badge is told apart from a valid one', async () => {
    const inputs = ['hello', '{}', '[]', '\u0000', '{"a":']
    const all = await Promise.all(inputs.map((input) => insigne(['verify', '-'], { input })))
    for (const [index, one] of all.entries()) expect([1, 2, 3], inputs[index]).toContain(one.code)
  })
})
