import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { isLoopback, isPublicAddress } from './addresses.ts'
import { RefusedFetch } from './fault.ts'

/** Turns a name into its addresses. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true })

export interface ConnectorOptions {
  resolve: Resolve
  connectMs: number
  /** Certificate authorities instead of the usual ones. */
  ca?: string | undefined
  /** True for an origin of our own on this machine. */
  isOwn(url: URL): boolean
  /** Opens the socket. Given by tests that play a network which does not keep its word. */
  dial?: buildConnector.connector | undefined
}

/**
 * Opens connections to public addresses only. Three looks: the literal host, every address that the name
 * resolves to (one private address spoils the name), and the peer of the socket once it is connected.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const dialTo = (accepts: (address: string) => boolean) =>
    options.dial ??
    buildConnector({
      timeout: options.connectMs,
      allowH2: false,
      lookup: guardedLookup(options.resolve, accepts),
      ...(options.ca === undefined ? {} : { ca: options.ca }),
    })
  const outside = dialTo(isPublicAddress)
  const inside = dialTo(isLoopback)

  return (target, callback) => {
    const own = options.isOwn(originOf(target))
    const accepts = own ? isLoopback : isPublicAddress
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !accepts(host)) {
      callback(new RefusedFetch('fetch.private-address'), null)
      return
    }
    const dial = own ? inside : outside
    dial(target, (...answer) => {
      const [error, socket] = answer
      if (error !== null) callback(error, null)
      else if (accepts(peerOf(socket))) callback(null, socket)
      else {
        socket.destroy()
        callback(new RefusedFetch('fetch.private-address'), null)
      }
    })
  }
}

const peerOf = (socket: Socket): string => socket.remoteAddress ?? ''

function originOf(target: { protocol: string; hostname: string; port: string }): URL {
  const port = target.port === '' ? '' : `:${target.port}`
  return new URL(`${target.protocol}//${target.hostname}${port}`)
}

function guardedLookup(resolve: Resolve, accepts: (address: string) => boolean): LookupFunction {
  return (host, settings, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined) callback(new RefusedFetch('fetch.unknown-host'), '', 0)
        else if (!addresses.every((one) => accepts(one.address)))
          callback(new RefusedFetch('fetch.private-address'), '', 0)
        else if (settings.all === true) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: unknown) =>
        callback(error instanceof Error ? error : new RefusedFetch('fetch.unknown-host'), '', 0),
    )
  }
}
