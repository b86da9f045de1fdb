import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { World } from '../../../testing/index.ts'
import type { HarvestOptions } from './jobs.ts'
import { lastRuns } from './run-store.ts'
import { sourceById } from './sources.ts'
import { tables } from './tables.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A site of somebody else, on this machine. What it answers may change while it runs. */
export interface TestHost {
  origin: string
  /** Documents by path: JSON, a text, or a whole answer. */
  pages: Map<string, unknown>
  /** Paths in the order in which they were asked, robots.txt left out. */
  asked: string[]
  close(): Promise<void>
}

export async function openHost(pages: Record<string, unknown> = {}): Promise<TestHost> {
  const asked: string[] = []
  const known = new Map(Object.entries(pages))
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path !== '/robots.txt') asked.push(path)
    const page = known.get(path)
    if (page === undefined) response.writeHead(404).end()
    else if (isAnswer(page)) page(request, response)
    else if (typeof page === 'string')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://localhost:${address.port}`,
    pages: known,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const isAnswer = (page: unknown): page is Answer => typeof page === 'function'

/** A harvest that may ask hosts of this machine, without pause, and that gives up soon. */
export const onThisMachine = (settings: HarvestOptions['settings'] = {}): Omit<HarvestOptions, 'trial'> => ({
  settings: { pauseMs: 0, ...settings },
  network: {
    isOwn: (url) => url.protocol === 'http:' && url.hostname === 'localhost',
    totalMs: 600,
    readMs: 600,
  },
})

export const issuerOf = (origin: string, more: object = {}) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${origin}/issuer.json`,
  name: 'Fabrique des Possibles',
  url: origin,
  ...more,
})

export const badgeOf = (origin: string, number: number | string, more: object = {}) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: `${origin}/badges/${number}.json`,
  name: `Animer un atelier ${number}`,
  description: 'Anime un atelier de réparation pour un petit groupe.',
  image: `${origin}/badges/${number}.png`,
  criteria: {
    narrative: `Anime seul un atelier de deux heures, et répond aux questions. Atelier ${number}.`,
  },
  issuer: `${origin}/issuer.json`,
  ...more,
})

/** What reading a source brought, for tests. */
export function harvestedBy(world: World) {
  return async (id: string) => {
    // Pauses and second tries pass: a few seconds of the clock at a time, until the reading is over.
    for (let turn = 0; turn < 8; turn += 1) {
      world.clock.advance(5_000)
      await world.harvest()
      if ((await sourceById(world.ctx(), id))?.runId === null) break
    }
    const [run] = await lastRuns(world.ctx(), id, 1)
    const source = await sourceById(world.ctx(), id)
    if (run === undefined || source === undefined) throw new Error('not read')
    const documents = await tables(world.ctx())
      .selectFrom('harvest_documents')
      .selectAll()
      .where('source_id', '=', id)
      .orderBy('depth')
      .orderBy('address')
      .execute()
    const entries = await tables(world.ctx())
      .selectFrom('harvest_origins')
      .innerJoin('harvest_documents', 'harvest_documents.id', 'harvest_origins.document_id')
      .select(['entry_id', 'harvest_origins.address'])
      .where('source_id', '=', id)
      .orderBy('harvest_origins.address')
      .execute()
    return { id, run, source, documents, entries }
  }
}
