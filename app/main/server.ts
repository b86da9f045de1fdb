import { Server, type ServerOptions, type ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerType } from '@hono/node-server'

/** A caller who sends too slowly is cut off: 15 s for the head of a request, two minutes for all of it. */
export const serverOptions: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 3_000,
}

/**
 * The answers that are due. At the end every one of them is given, says that it is the last on its connection,
 * and connections on which nothing is asked are closed.
 */
export class OpenCalls {
  private readonly server: ServerType
  private readonly due = new Set<ServerResponse>()
  private ending = false

  constructor(server: ServerType) {
    this.server = server
    if (!(server instanceof Server)) return
    // Before anything else looks at the request, so that the header is there in time.
    server.prependListener('request', (_request, response) => {
      this.due.add(response)
      response.once('close', () => this.due.delete(response))
      if (this.ending) response.setHeader('connection', 'close')
    })
  }

  async end(): Promise<void> {
    const { server } = this
    this.ending = true
    for (const response of this.due) if (!response.headersSent) response.setHeader('connection', 'close')
    if (!(server instanceof Server)) return new Promise((done) => server.close(() => done()))
    // The HTTP server's own close cuts idle connections at once, even one whose next request is on the wire.
    // So only the door is shut; who keeps asking is told to leave, and what is silent for a moment is cut.
    const closed = new Promise<void>((done) => NetServer.prototype.close.call(server, () => done()))
    await Promise.race([closed, sleep(1_500)])
    const idle = setInterval(() => server.closeIdleConnections(), 250)
    await closed
    clearInterval(idle)
  }
}
