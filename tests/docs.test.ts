import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { variableNames } from '../app/infra/config.ts'
import { blocksOf } from './api/examples.ts'
import { markdownFiles, readSources, root } from './source-files.ts'

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const pages = markdownFiles()
const linksOf = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

/** The anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
const anchorsIn = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title))

test('every link of every page leads to a file, and to a heading where it names one', () => {
  expect(pages).toContain('packages/open-badges/README.md')
  const dead: string[] = []
  for (const page of pages)
    for (const target of linksOf(read(page))) {
      if (/^(?:https?:|mailto:)/.test(target)) continue
      const [file = '', anchor] = target.split('#')
      const there = file === '' ? page : path.join(path.dirname(page), file)
      const found = existsSync(path.join(root, there))
      if (!found || (anchor !== undefined && !anchorsIn(read(there)).includes(anchor)))
        dead.push(`${page}: ${target}`)
    }
  expect(dead).toEqual([])
})

test('the pages of a package lead to what is published with it', () => {
  const outside = pages
    .filter((page) => /^packages\/[^/]+\/(?:[A-Z]+\.md|docs\/)/.test(page))
    .flatMap((page) => {
      const own = page.split('/').slice(0, 2).join('/')
      return linksOf(read(page))
        .filter((target) => !/^(?:https?:|#)/.test(target))
        .filter((target) => !path.join(path.dirname(page), target).startsWith(own))
        .map((target) => `${page}: ${target}`)
    })
  expect(outside).toEqual([])
})

test('decisions have numbers that come once, and the index names each of them', () => {
  const files = readdirSync(path.join(root, 'docs/decisions')).filter((file) => file !== 'README.md')
  const numbers = files.map((file) => file.slice(0, 4))
  expect(numbers.filter((number, order) => numbers.indexOf(number) !== order)).toEqual([])
  expect(linksOf(read('docs/decisions/README.md')).filter((link) => /^\d{4}/.test(link))).toEqual(
    files.toSorted(),
  )
  for (const file of files) expect(read(`docs/decisions/${file}`)).toMatch(`# ${file.slice(0, 4)} `)
})

const operating = read('docs/OPERATING.md')
/** The first column of the table under a heading of OPERATING.md. */
const firstColumn = (title: string) => {
  const part = operating.split(`## ${title}\n`)[1]?.split(/^## /m)[0] ?? ''
  return [...part.matchAll(/^\| *(`.*?) *\|/gm)].map(([, cell = '']) => cell.replaceAll('\\', ''))
}

// Others rely on these: they are not renamed.
const promised = [
  'PORT',
  'HOST',
  'INSIGNE_URL',
  'INSIGNE_DATA',
  'DATABASE_URL',
  'INSIGNE_SECRET',
  'SMTP_URL',
  'INSIGNE_DEMO',
  'INSIGNE_VC_API',
  'LOG_LEVEL',
]

test('every variable that the product knows is documented, and none other', () => {
  expect(variableNames).toEqual(expect.arrayContaining(promised))
  for (const name of promised) expect(operating).toContain(`\`${name}\``)
  const documented = firstColumn('Variables').flatMap((cell) => cell.replaceAll('`', '').split(', '))
  expect(documented.toSorted()).toEqual([...variableNames].toSorted())
})

test('every command that the product knows is documented and in its help, and none other', () => {
  const known = [...read('app/main/cli.ts').matchAll(/^ {2}(\w+): \(\) => import\(/gm)].map(
    ([, name]) => name,
  )
  expect(known.length).toBeGreaterThan(8)
  const documented = firstColumn('Commands').flatMap((cell) =>
    [...cell.matchAll(/`insigne (\w+)/g)].map(([, name]) => name),
  )
  expect([...new Set(documented)].toSorted()).toEqual(known.toSorted())
  const help = read('app/main/cli/help.ts')
  for (const name of known.filter((one) => one !== 'help'))
    expect(help.split(`insigne ${name}`).length, name).toBeGreaterThan(2)
})

test('every npm script that a page names is there', () => {
  const scriptsOf = (folder: string): string =>
    /"scripts": \{([^}]*)\}/.exec(read(path.join(folder, 'package.json')))?.[1] ?? ''
  const missing = pages.flatMap((page) => {
    const [own] = /^packages\/[^/]+/.exec(page) ?? ['.']
    return [...read(page).matchAll(/npm run ([\w:-]+)(?: -w (\S+?)(?=[\s`]))?/g)]
      .filter(([, name, folder]) =>
        [folder ?? own, ...(folder === undefined ? ['.'] : [])].every(
          (place) => !scriptsOf(place).includes(`"${name}":`),
        ),
      )
      .map(([said]) => `${page}: ${said}`)
  })
  expect(missing).toEqual([])
})

test('every address that the guide for programs names is one that the product answers', () => {
  const routes = [...readSources()]
    .filter(([file]) => file.startsWith('app/') && !/test|demo/.test(file))
    .flatMap(([, text]) => [
      ...text.matchAll(/\b(?:router|app)\.(get|post)\(\s*['`]([^'`$]+)/g),
      ...text.matchAll(/\b(?:router|app)\.(get)\('(\/b\/):name'/g),
    ])
    .map(([, method = '', route = '']) => `${method.toUpperCase()} ${route}`)
  // `ID`, `NAME` and their like stand for a part of the address, as `:id` does in a route.
  const shape = (address: string) =>
    address
      .replace(/\?.*|\{.*?\}/g, '')
      .replace(/:\w+|\b[A-Z]+\b(?=[/.]|$)/g, '*')
      .replace(/(\/b\/\*)\.\w+$/, '$1')
  const known = new Set(routes.map(shape))
  const named = ['docs/API.md', 'docs/DIRECTORY.md', 'docs/OPERATING.md'].flatMap((page) =>
    [...read(page).matchAll(/`((?:GET|POST) \/[^\s`]*)/g)].map(([, address = '']) => address),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((address) => !known.has(shape(address)))).toEqual([])
})

test('LISEZMOI.md says what README.md says, link for link and command for command', () => {
  const [english, french] = [read('README.md'), read('LISEZMOI.md')]
  const others = (text: string) => linksOf(text).filter((target) => !/README|LISEZMOI/.test(target))
  expect(others(french)).toEqual(others(english))
  const verbs = (text: string) =>
    blocksOf(text).map(({ code }) => [...code.matchAll(/^npx insigne \w+|^npm .+/gm)].map(([line]) => line))
  expect(verbs(french)).toEqual(verbs(english))
  const levels = (text: string) => [...text.matchAll(/^(#+|\d+\.) /gm)].map(([, mark]) => mark)
  expect(levels(french)).toEqual(levels(english))
})

test.each(['README.md', 'LISEZMOI.md'])(
  'the commands of %s run as they stand',
  (page) => {
    const commands = blocksOf(read(page)).flatMap(({ code }) => [...code.matchAll(/^npx insigne (.+)$/gm)])
    expect(commands.length).toBeGreaterThan(3)
    const folder = mkdtempSync(path.join(tmpdir(), 'insigne-readme-'))
    try {
      symlinkSync(path.join(root, 'docs'), path.join(folder, 'docs'))
      for (const [line, said = ''] of commands) {
        const argv = ['--conditions=insigne-source', path.join(root, 'app/main/cli.ts'), ...said.split(' ')]
        const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
        expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' })
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  180_000,
)
