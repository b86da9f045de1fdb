import { z } from 'zod'
import type { Config } from '../infra/config.ts'

/**
 * What the supervisor tells a process that it starts. It travels over the inherited channel,
 * not in the environment, where other programs of the same account could read it.
 */
export interface Orders {
  config: Config
  databaseUrl: string
  /** Given to the worker alone. */
  secret: string | undefined
}

const Message = z.object({
  kind: z.literal('orders'),
  orders: z.custom<Orders>((value) => typeof value === 'object' && value !== null),
})

/** Waits for the supervisor's orders; undefined when this process was started by hand. */
export function receiveOrders(): Promise<Orders | undefined> {
  if (process.send === undefined) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    process.once('message', (message) => {
      const parsed = Message.safeParse(message)
      resolve(parsed.success ? parsed.data.orders : undefined)
    })
    process.send?.({ kind: 'waiting' })
  })
}

export const Report = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('listening'), port: z.number() }),
  z.object({ kind: z.literal('working') }),
  z.object({ kind: z.literal('cannot-start'), reason: z.string() }),
])
export type Report = z.infer<typeof Report>

export const tell = (report: Report) => void process.send?.(report)

/** Runs `stop` once on SIGTERM, SIGINT, or when the supervisor is gone; then exits, within five seconds. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const go = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), 5_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(0),
    )
  }
  process.on('SIGTERM', go)
  process.on('SIGINT', go)
  process.on('disconnect', go)
}

/** `http://127.0.0.1:3000`; an address of IPv6 stands in brackets. */
export const readyAddress = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`
