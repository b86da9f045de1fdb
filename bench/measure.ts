import { readFileSync } from 'node:fs'
import path from 'node:path'

/** One figure, as it is printed. */
export interface Figure {
  area: string
  case: string
  who: string
  metric: string
  value: number
  unit: string
  n: number
}

export function print(figure: Figure): void {
  console.log(JSON.stringify({ ...figure, value: Number(figure.value.toPrecision(5)) }))
}

/** A contender: does the thing once, for the n-th input. */
export interface Contender {
  who: string
  run(n: number): unknown
  /** How many runs make one round; a slow peer gets fewer. */
  perRound: number
}

/**
 * Runs the contenders alternately, round after round, so that a machine that slows down slows all of them;
 * prints the median rate of each and its processor time.
 */
export async function race(area: string, name: string, contenders: Contender[], rounds = 7): Promise<void> {
  const rates = new Map<string, number[]>()
  const cpu = new Map<string, number[]>()
  let n = 0
  // Every contender settles first: a compiler that is still learning measures the compiler.
  for (const contender of contenders) {
    const until = performance.now() + 4000
    while (performance.now() < until) await contender.run(n++)
  }
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders) {
      const before = process.cpuUsage()
      const started = performance.now()
      for (let i = 0; i < contender.perRound; i++) await contender.run(n++)
      const seconds = (performance.now() - started) / 1000
      const used = process.cpuUsage(before)
      push(rates, contender.who, contender.perRound / seconds)
      push(cpu, contender.who, (used.user + used.system) / 1000 / contender.perRound)
    }
  for (const { who, perRound } of contenders) {
    const count = perRound * rounds
    print({ area, case: name, who, metric: 'rate', value: median(rates.get(who)), unit: '1/s', n: count })
    print({ area, case: name, who, metric: 'cpu', value: median(cpu.get(who)), unit: 'ms', n: count })
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

export function median(values: number[] | undefined): number {
  const sorted = [...(values ?? [])].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The peer's name and version, from what is installed. */
export function peer(name: string): string {
  const file = path.join(import.meta.dirname, 'node_modules', name, 'package.json')
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const version =
    typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '?'
  return `${name} ${version}`
}
