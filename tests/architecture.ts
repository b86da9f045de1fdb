import path from 'node:path'

export interface Architecture {
  floors: string[]
  domains: string[]
  packages: Record<string, string[]>
  refusedNames: string[]
  refusedWords: string[]
  linesPerFile: number
  linesPerTest: number
}

/** Source files by their path from the root of the repository. */
export type Sources = Map<string, string>

interface Room {
  floor: string
  /** Slice of the domains, or package. */
  part?: string
}

/** Every fault, one sentence each, with the file that has it. */
export function architectureFaults(architecture: Architecture, sources: Sources): string[] {
  const owners = tableOwners(sources)
  const faults: string[] = []
  faults.push(...browserFaults(sources))
  for (const [file, text] of sources) {
    faults.push(...nameFaults(architecture, file), ...lengthFaults(architecture, file, text))
    if (isTest(file)) {
      if (/\bvi\.(mock|doMock)\(\s*['"]\.{1,2}\//.test(text))
        faults.push(`${file} mocks one of our own modules`)
      continue
    }
    faults.push(...wordFaults(architecture, file, text), ...tableFaults(owners, file, text))
    for (const target of importsOf(text)) faults.push(...importFaults(architecture, file, target))
  }
  return faults
}

const isTest = (file: string) => /\.test\.tsx?$|^app\/testing\/|^tests\/|\/test\/|test-[\w-]+\.ts$/.test(file)

function roomOf(file: string): Room | undefined {
  const parts = file.split('/')
  if (parts[0] === 'packages')
    return { floor: 'packages', ...(parts[1] === undefined ? {} : { part: parts[1] }) }
  if (parts[0] !== 'app') return undefined
  if (parts[1] === 'demo') return { floor: 'main' }
  if (parts[1] === 'domains')
    return { floor: 'domains', ...(parts[2] === undefined ? {} : { part: parts[2] }) }
  return parts[1] === undefined ? undefined : { floor: parts[1] }
}

const importPattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm
const importsOf = (text: string) => [...text.matchAll(importPattern)].map((match) => match[1] ?? '')

const browserEntry = 'app/main/browser.ts'
const inBrowsers = /^(?:preact|@insigne)(?:[/-]|$)/
const loaded =
  /(?:^(?:import|export) (?!type\b)[^'"]*?from |^import |\bimport\(|\bnew URL\()['"]([^'"]+)['"]/gm

/** What the script of the pages reaches must run in a browser: no built-in of Node, no package of the server. */
function browserFaults(sources: Sources): string[] {
  const faults: string[] = []
  const reached = new Set([browserEntry])
  for (const file of reached)
    for (const [, target = ''] of (sources.get(file) ?? '').matchAll(loaded))
      if (target.startsWith('.')) reached.add(path.posix.join(path.posix.dirname(file), target))
      else if (!inBrowsers.test(target))
        faults.push(`${file} imports ${target}: pages load it, and it does not run in a browser`)
  return faults
}

function importFaults(architecture: Architecture, file: string, target: string): string[] {
  const here = roomOf(file)
  if (here === undefined) return []
  const packageName = /^@insigne\/([\w-]+)/.exec(target)?.[1]
  const resolved = target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : undefined
  const there =
    packageName === undefined
      ? resolved === undefined
        ? undefined
        : roomOf(resolved)
      : { floor: 'packages', part: packageName }
  if (there === undefined) {
    const builtIn =
      here.floor === 'packages' &&
      target.startsWith('node:') &&
      !/\/(?:node|runtime)[\w-]*\.ts$|\/scripts\//.test(file)
    return builtIn ? [`${file} imports ${target}: the packages run in browsers too`] : []
  }
  const from = architecture.floors.indexOf(here.floor)
  const to = architecture.floors.indexOf(there.floor)
  if (from === -1) return [`${file} stands on no floor`]
  if (to < from) return [`${file} imports ${target}: from ${here.floor} up to ${there.floor}`]
  if (here.floor === 'packages') return packageFaults(architecture, file, target, here, there, resolved)
  if (there.floor === 'packages')
    return resolved === undefined ? [] : [`${file} imports ${target}: a package by its path, not its name`]
  if (there.floor !== 'domains' || here.part === there.part) return []
  return sliceFaults(architecture, { file, target, resolved: resolved ?? '' }, here, there)
}

function packageFaults(
  a: Architecture,
  file: string,
  target: string,
  here: Room,
  there: Room,
  resolved: string | undefined,
): string[] {
  if (here.part === there.part) return []
  if (resolved !== undefined) return [`${file} imports ${target}: another package by its path`]
  const allowed = a.packages[here.part ?? ''] ?? []
  return allowed.includes(there.part ?? '')
    ? []
    : [`${file} imports ${target}: ${here.part} may not use ${there.part}`]
}

function sliceFaults(
  a: Architecture,
  one: { file: string; target: string; resolved: string },
  here: Room,
  there: Room,
): string[] {
  const faults: string[] = []
  if (here.floor === 'domains') {
    const from = a.domains.indexOf(here.part ?? '')
    const to = a.domains.indexOf(there.part ?? '')
    if (from === -1 || to === -1)
      faults.push(`${one.file} imports ${one.target}: a slice that architecture.json does not list`)
    else if (to > from)
      faults.push(`${one.file} imports ${one.target}: from ${here.part} up to ${there.part}`)
  }
  const inside = one.resolved.split('/').slice(3).join('/')
  const door =
    inside === 'index.ts' ||
    inside === 'browser.ts' ||
    (here.floor === 'main' && /^mount\.tsx?$/.test(inside))
  if (!door) faults.push(`${one.file} imports ${one.target}: past the door of ${there.part}`)
  return faults
}

function nameFaults(architecture: Architecture, file: string): string[] {
  const faults: string[] = []
  for (const part of file.replace(/\.(test\.)?tsx?$/, '').split('/'))
    if (architecture.refusedNames.includes(part)) faults.push(`${file} has a name that says nothing: ${part}`)
  const base = path.posix.basename(file)
  if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(base)) faults.push(`${file} is not in kebab-case`)
  return faults
}

function lengthFaults(architecture: Architecture, file: string, text: string): string[] {
  const lines = text.split('\n').length - 1
  const most = isTest(file) ? architecture.linesPerTest : architecture.linesPerFile
  const isData = /\/(?:contexts|data)\/|words\.(fr|en)\.ts$/.test(file)
  return lines > most && !isData ? [`${file} has ${lines} lines, ${most} at most`] : []
}

function wordFaults(architecture: Architecture, file: string, text: string): string[] {
  if (/\/(?:v1|v2)\//.test(file)) return []
  const exported = [
    ...text.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm),
  ].map((m) => m[1] ?? '')
  return exported.flatMap((name) =>
    architecture.refusedWords
      .filter((word) => name.toLowerCase().includes(word.toLowerCase()))
      .map((word) => `${file} exports ${name}: « ${word} » is not a word of this house`),
  )
}

/** Which slice creates which table. */
function tableOwners(sources: Sources): Map<string, string> {
  const owners = new Map<string, string>()
  for (const [file, text] of sources) {
    const slice = sliceOf(file)
    if (slice === undefined || isTest(file)) continue
    for (const match of text.matchAll(/create table (?:if not exists )?(\w+)/gi))
      owners.set(match[1] ?? '', slice)
  }
  return owners
}

function sliceOf(file: string): string | undefined {
  const room = roomOf(file)
  return room?.floor === 'domains' ? room.part : room?.floor
}

function tableFaults(owners: Map<string, string>, file: string, text: string): string[] {
  const slice = sliceOf(file)
  const named =
    /(?:\b(?:from|join|into|update|truncate)\s+|(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin)\(\s*['"])(\w+)/g
  const faults = new Set<string>()
  for (const match of text.matchAll(named)) {
    const table = match[1] ?? ''
    const owner = owners.get(table)
    if (owner !== undefined && owner !== slice && table.includes('_'))
      faults.add(`${file} names the table ${table} of ${owner}`)
  }
  return [...faults]
}
