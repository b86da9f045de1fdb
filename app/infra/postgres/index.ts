import { closeSession, type EmbeddedPostgresOptions, openSession } from './open.ts'

export { discardEmbeddedPostgres } from './discard.ts'
export { findServerFaults, inspectServer, type ServerFault, type ServerReport } from './inspect.ts'
export type { EmbeddedPostgresOptions } from './open.ts'

export interface EmbeddedPostgres {
  /** Where the application connects: no superuser, owner of its database. Changes only by `ensureRunning`. */
  readonly url: string
  /** Whether the server was running already. */
  readonly joined: boolean
  /** What the operator should know, such as data that lies outside the data folder. */
  readonly notes: readonly string[]
  /**
   * Starts the server again if it died; cheap while it lives. Answers the url, which keeps its port unless
   * somebody took it meanwhile. For the supervisor, and for any process whose queries fail to connect.
   */
  ensureRunning(): Promise<string>
  /** Leaves, after the caller's own connections are closed; the last process to leave stops the server. */
  close(): Promise<void>
}

/**
 * Opens the embedded PostgreSQL server of a data folder: durable, on 127.0.0.1 only, one server for all
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  let session = await openSession(options)
  let reopening: Promise<string> | undefined
  let closed = false

  async function reopen(): Promise<string> {
    if (await session.presence.alive()) return session.url
    options.log({ message: 'database lost, starting it again', pid: session.pid })
    session = await openSession({ ...options, preferredPort: session.port })
    return session.url
  }

  return {
    get url() {
      return session.url
    },
    joined: session.joined,
    notes: session.notes,
    async ensureRunning() {
      if (closed) throw new Error('The embedded database was closed by this process')
      reopening ??= reopen().finally(() => {
        reopening = undefined
      })
      return await reopening
    },
    async close() {
      if (closed) return
      closed = true
      await reopening?.catch(() => undefined)
      await closeSession(session, options.log)
    },
  }
}
