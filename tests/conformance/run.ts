import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort, startProduct } from '../product.ts'
import { root } from '../source-files.ts'
import { discoverIssuers } from './discover-issuers.ts'
import { differences, readExpectations } from './expectations.ts'
import { openDoor } from './https-door.ts'
import { installSuite } from './install.ts'
import { type Outcome, runSuite } from './run-suite.ts'
import { type Suite, suites } from './suites.ts'

/** `npm run conformance -- [SUITE FOLDER…]`: the public suites of the W3C against the built product. */
const from = process.env.CONFORMANCE_DIR
if (from === undefined || !existsSync(from)) {
  console.error(
    [
      'Set CONFORMANCE_DIR to a folder that holds clones of the public suites of the W3C:',
      ...suites.map(({ folder }) => `  github.com/w3c/${folder}`),
      'and what they import:',
      '  github.com/w3c/vc-test-suite-implementations',
      '  github.com/w3c-ccg/data-integrity-test-suite-assertion',
      '  github.com/w3c/vc-di-ecdsa',
      'They are copied elsewhere before they are installed and run. docs/CONFORMANCE.md says more.',
    ].join('\n'),
  )
  process.exit(3)
}

const asked = process.argv.slice(2)
const chosen = suites.filter(({ folder }) => asked.length === 0 || asked.includes(folder))
const expectations = readExpectations(path.join(root, 'docs/conformance.json'))
const workspace = mkdtempSync(path.join(tmpdir(), 'insigne-conformance-'))
const rows: Row[] = []
const port = await freePort()
let productUrl = ''
const door = await openDoor(port, () => productUrl)
try {
  const product = await startProduct({
    env: { INSIGNE_VC_API: 'on', INSIGNE_URL: door.url, INSIGNE_DEMO: 'off' },
  })
  try {
    productUrl = product.url
    const issuers = await discoverIssuers(product.url)
    for (const suite of chosen) rows.push(await measure(suite, issuers))
  } finally {
    await product.remove()
  }
} finally {
  await door.close()
  rmSync(workspace, { recursive: true, force: true })
}
printTable(rows)
process.exitCode = rows.some(({ problems }) => problems.length > 0) ? 1 : 0

interface Row {
  suite: Suite
  outcome?: Outcome
  note: string
  problems: string[]
}

async function measure(suite: Suite, issuers: Awaited<ReturnType<typeof discoverIssuers>>): Promise<Row> {
  console.error(`${suite.title}: installing…`)
  const installation = installSuite(suite.folder, from ?? '', workspace)
  if (!installation.ready) return { suite, note: `skipped: ${installation.reason}`, problems: [] }
  console.error(`${suite.title}: running…`)
  try {
    const outcome = await runSuite(suite, installation.folder, { base: door.url, issuers })
    const problems = differences(outcome, expectations.suites[suite.folder])
    return { suite, outcome, note: problems.length === 0 ? 'as expected' : 'differs', problems }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { suite, note: 'did not run', problems: [reason] }
  }
}

function printTable(all: Row[]): void {
  const line = (...cells: (string | number)[]) =>
    console.log(
      cells.map((cell, at) => (at === 0 ? String(cell).padEnd(24) : String(cell).padStart(8))).join(' '),
    )
  line('suite', 'run', 'passed', 'failed', 'pending', ' ')
  for (const { suite, outcome, note } of all) {
    const counts = outcome
      ? [
          outcome.passed.length + outcome.failed.length,
          outcome.passed.length,
          outcome.failed.length,
          outcome.pending.length,
        ]
      : ['-', '-', '-', '-']
    line(suite.title, ...counts, note)
  }
  for (const { suite, problems } of all)
    for (const problem of problems) console.log(`\n${suite.title}: ${problem}`)
}
