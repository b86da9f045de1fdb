import { pino } from 'pino'

export interface Log {
  debug(facts: Record<string, unknown>, message: string): void
  info(facts: Record<string, unknown>, message: string): void
  warn(facts: Record<string, unknown>, message: string): void
  error(facts: Record<string, unknown>, message: string): void
  child(facts: Record<string, unknown>): Log
}

// Only these facts are ever written: a log holds no personal data, so a new fact is a decision.
const allowed = new Set([
  'part',
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'code',
  'job',
  'count',
  'port',
  'pid',
  'host',
  'version',
  'signal',
  'reason',
  'url',
  'name',
  'error',
  'stack',
  'attempt',
  'seconds',
  'path',
  'exit',
  'joined',
  'bytes',
  'organisationId',
])

/** JSON lines on standard error; facts outside the list above are dropped. */
export function createLog(level: string, part: string): Log {
  return wrap(pino({ level, base: { part } }, pino.destination({ dest: 2, sync: true })))
}

interface Writer {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
  child(facts: Record<string, unknown>): Writer
}

function wrap(writer: Writer): Log {
  return {
    debug: (facts, message) => writer.debug(keep(facts), message),
    info: (facts, message) => writer.info(keep(facts), message),
    warn: (facts, message) => writer.warn(keep(facts), message),
    error: (facts, message) => writer.error(keep(facts), message),
    child: (facts) => wrap(writer.child(keep(facts))),
  }
}

function keep(facts: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, fact] of Object.entries(facts)) if (allowed.has(name)) kept[name] = fact
  return kept
}

/** A bug, said in a way that can be logged: its kind and its stack, never the values it was about. */
export function describeError(error: unknown): { error: string; stack: string | undefined } {
  if (!(error instanceof Error)) {
    // pg-boss hands its errors on as plain objects.
    const said =
      typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''
    return { error: `${typeof error} ${said.slice(0, 200)}`.trim(), stack: undefined }
  }
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  // Database drivers quote the row in `detail`, never in the stack; the first line may quote it, so it is cut.
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
  return { error: `${error.name}${code}: ${error.message.slice(0, 200)}`, stack }
}

/** For tests: keeps what was written. */
export function memoryLog(): Log & {
  lines: { level: string; facts: Record<string, unknown>; message: string }[]
} {
  const lines: { level: string; facts: Record<string, unknown>; message: string }[] = []
  const make = (base: Record<string, unknown>): Log => ({
    debug: (facts, message) =>
      void lines.push({ level: 'debug', facts: keep({ ...base, ...facts }), message }),
    info: (facts, message) => void lines.push({ level: 'info', facts: keep({ ...base, ...facts }), message }),
    warn: (facts, message) => void lines.push({ level: 'warn', facts: keep({ ...base, ...facts }), message }),
    error: (facts, message) =>
      void lines.push({ level: 'error', facts: keep({ ...base, ...facts }), message }),
    child: (facts) => make({ ...base, ...facts }),
  })
  return { ...make({}), lines }
}
