// A process of its own for the tests: opens the server of a folder, says so, obeys lines on its input.
import { createInterface } from 'node:readline'
import { openEmbeddedPostgres } from './index.ts'
import { PostgresStartError } from './start-error.ts'

const [dataDirectory = '', preferredPort, ...systemFolders] = process.argv.slice(2)

function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

try {
  const server = await openEmbeddedPostgres({
    dataDirectory,
    log: () => undefined,
    ...(Number(preferredPort) > 0 ? { preferredPort: Number(preferredPort) } : {}),
    ...(systemFolders.length > 0 ? { systemFolders } : {}),
  })
  say({ url: server.url, joined: server.joined, notes: server.notes })
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'ensure') say({ url: await server.ensureRunning() })
    if (line === 'close') break
  }
  await server.close()
  say({ closed: true })
  process.exit(0)
} catch (error) {
  if (!(error instanceof PostgresStartError)) throw error
  say({ refused: error.code, message: error.message })
  process.exit(1)
}
