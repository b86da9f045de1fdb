import { request } from 'node:http'
import { createServer } from 'node:https'
import { selfSigned } from './certificate.ts'

/** An https address in front of the product, which itself speaks http behind whatever a host puts before it. */
export interface HttpsDoor {
  url: string
  /** PEM; for a client that is to trust it. */
  certificate: string
  close(): Promise<void>
}

/** Opens the door on `port` of this machine; what comes in goes to `target()`, which may start later. */
export async function openDoor(port: number, target: () => string): Promise<HttpsDoor> {
  const certificate = selfSigned()
  const server = createServer(certificate, (incoming, outgoing) => {
    const { method, headers, url } = incoming
    const inner = request(
      new URL(url ?? '/', target()),
      { headers, ...(method === undefined ? {} : { method }) },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    inner.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
    })
    incoming.pipe(inner)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `https://localhost:${port}`,
    certificate: certificate.cert,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
