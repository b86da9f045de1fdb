/** True when the person at the terminal reads French, by the usual variables. */
export function french(env: NodeJS.ProcessEnv = process.env): boolean {
  return /^fr/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '')
}
