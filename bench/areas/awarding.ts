import { setTimeout as sleep } from 'node:timers/promises'
import { startProduct } from '../../tests/product.ts'
import { manyPeople, openWorkshop, sendList } from '../../tests/setting-up.ts'
import { print } from '../measure.ts'

/** The whole product, as a referent meets it: a list of 10,000 people, from the paste to the receipt. */
const area = 'awarding'
const rows = 10_000
const who = 'insigne'
const product = await startProduct({ env: { INSIGNE_DEMO: 'off' } })
try {
  print({
    area,
    case: 'start of a fresh instance',
    who,
    metric: 'time',
    value: product.startSeconds,
    unit: 's',
    n: 1,
  })
  const workshop = await openWorkshop(product)
  const preview = await seconds(() => sendList(workshop, manyPeople(rows)))
  print({
    area,
    case: `${rows} rows`,
    who,
    metric: 'read and preview',
    value: preview.seconds,
    unit: 's',
    n: rows,
  })
  const started = performance.now()
  const confirmed = await seconds(() => workshop.staff.send(preview.value, /confirm/))
  print({
    area,
    case: `${rows} rows`,
    who,
    metric: 'confirmation acknowledged',
    value: confirmed.seconds,
    unit: 's',
    n: 1,
  })
  while (!(await finished(`${preview.value}/progress`))) await sleep(100)
  const signed = (performance.now() - started) / 1000
  print({
    area,
    case: `${rows} rows`,
    who,
    metric: 'recorded, signed and in the backpacks',
    value: signed,
    unit: 's',
    n: rows,
  })
  print({ area, case: `${rows} rows`, who, metric: 'rate', value: rows / signed, unit: '1/s', n: rows })

  async function finished(path: string): Promise<boolean> {
    const body: unknown = await (await workshop.staff.get(path)).json()
    return typeof body === 'object' && body !== null && 'finished' in body && body.finished === true
  }
} finally {
  await product.remove()
}

async function seconds<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const begun = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - begun) / 1000 }
}
