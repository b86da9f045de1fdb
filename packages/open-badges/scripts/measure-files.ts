import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { bakePng, bakeSvg, prepare, sign, signJwt } from '../src/index.ts'
import { verifyFiles } from '../src/node/index.ts'
import { onePixel } from '../test/altered.ts'
import { makeIssuer, sampleCredential } from '../test/sample.ts'

// `node scripts/measure-files.ts [COUNT]`: files of four formats, each of another badge, on one thread then on all.
const count = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(path.join(tmpdir(), 'insigne-files-'))
try {
  const ed = await makeIssuer()
  const p256 = await makeIssuer(undefined, 'P-256')
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const files: string[] = []
  for (let at = 0; at < count; at += 1) {
    const isJwt = at % 4 === 3
    const draft = sampleCredential(isJwt ? p256.did : ed.did)
    draft.id = `urn:uuid:1f4e8a52-0d7c-4a3e-9a57-${String(at).padStart(12, '0')}`
    const text = isJwt ? await signJwt(prepare(draft), p256) : JSON.stringify(await sign(prepare(draft), ed))
    const bytes = at % 4 === 1 ? bakePng(onePixel, text) : at % 4 === 2 ? bakeSvg(drawing, text) : text
    const file = path.join(folder, String(at))
    writeFileSync(file, bytes)
    files.push(file)
  }
  for (const concurrency of [1, availableParallelism()]) {
    const started = performance.now()
    let valid = 0
    let peak = 0
    for await (const outcome of verifyFiles(files, { concurrency })) {
      if ('report' in outcome && outcome.report.verdict === 'valid') valid += 1
      peak = Math.max(peak, process.memoryUsage.rss())
    }
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
    console.log(
      JSON.stringify({ files: count, concurrency, valid, seconds, peakMiB: Math.round(peak / 2 ** 20) }),
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
