import { startProduct } from '../../tests/product.ts'
import { openWorkshop } from '../../tests/setting-up.ts'
import { percentile, print } from '../measure.ts'

/** Public pages under twenty readers at once, on one machine with their server. */
const area = 'pages'
const who = 'insigne'
const readers = 20
const perReader = 60
const product = await startProduct({ env: { INSIGNE_DEMO: 'off' } })
try {
  const { achievementId, organisationPath } = await openWorkshop(product)
  const pages: [string, string][] = [
    ['front page', '/'],
    ['achievement', `/achievements/${achievementId}`],
    ['organisation', organisationPath],
    ['verify', '/verify'],
    ['did.json', `${organisationPath}/did.json`],
  ]
  for (const [name, path] of pages) {
    for (let i = 0; i < 20; i++) await (await fetch(product.url + path)).arrayBuffer()
    const times: number[] = []
    let bytes = 0
    const started = performance.now()
    await Promise.all(
      Array.from({ length: readers }, async () => {
        for (let i = 0; i < perReader; i++) {
          const begun = performance.now()
          const response = await fetch(product.url + path)
          bytes = (await response.arrayBuffer()).byteLength
          if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
          times.push(performance.now() - begun)
        }
      }),
    )
    const seconds = (performance.now() - started) / 1000
    const n = times.length
    print({ area, case: name, who, metric: 'rate', value: n / seconds, unit: '1/s', n })
    print({ area, case: name, who, metric: 'p50', value: percentile(times, 0.5), unit: 'ms', n })
    print({ area, case: name, who, metric: 'p95', value: percentile(times, 0.95), unit: 'ms', n })
    print({ area, case: name, who, metric: 'html', value: bytes, unit: 'B', n: 1 })
  }
} finally {
  await product.remove()
}
