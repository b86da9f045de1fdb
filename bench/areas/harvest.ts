import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { print } from '../measure.ts'

/**
 * One source of many badges, read by the worker's own jobs from a host on this machine: asked, recognised, put into
 * the words of 3.0, judged, entered. No pause, and sixteen requests side by side: the host is ours.
 * `HARVEST_SIZE=10000` chooses how many.
 */
const area = 'harvest'
const size = Number(process.env['HARVEST_SIZE'] ?? '10000')
const here = import.meta.dirname
const app = path.join(here, '../../app')
const outDir = path.join(app, 'dist/bench-harvest')
await build({
  configFile: path.join(app, 'vite.config.ts'),
  logLevel: 'error',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    rollupOptions: {
      input: { door: path.join(here, '../harvest/door.ts') },
      output: { entryFileNames: '[name].js' },
    },
  },
})
const door: typeof import('../harvest/door.ts') = await import(
  pathToFileURL(path.join(outDir, 'door.js')).href
)

const host = new Worker(new URL('../harvest/host.ts', import.meta.url))
const [port]: unknown[] = await once(host, 'message')
const folder = mkdtempSync(path.join(tmpdir(), 'insigne-bench-'))
chmodSync(folder, 0o755)
const worker = await door.openWorker(folder, {
  settings: { pauseMs: 0, perHost: 16, maxDocumentsPerRun: size * 2 },
  network: { isOwn: (url) => url.hostname === 'localhost' && url.port === String(port) },
})
try {
  const list = `http://localhost:${port}/list.json?n=${size}`
  const first = await worker.read(list)
  if (first.run.added !== size) throw new Error(`${first.run.added} of ${size} entered`)
  figure('first reading', 'time', first.seconds, 's')
  figure('first reading', 'rate', (size / first.seconds) * 60, '1/min')
  figure('first reading', 'memory of the process', process.memoryUsage().rss / 1024 / 1024, 'MiB')
} finally {
  await worker.close()
  await host.terminate()
  rmSync(folder, { recursive: true, force: true })
}

function figure(name: string, metric: string, value: number, unit: string): void {
  print({ area, case: `${size} badges of 2.0, ${name}`, who: 'insigne', metric, value, unit, n: size })
}
