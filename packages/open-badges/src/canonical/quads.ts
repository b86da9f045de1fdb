import type { Edition } from '../contexts/bundle.ts'
import type { JsonObject } from '../json.ts'
import { directQuads } from './direct.ts'
import type { Quad } from './rdf.ts'

/** JSON-LD to quads: directly where possible, else through the general library, loaded then. */
export async function documentQuads(document: JsonObject, edition: Edition = '2026'): Promise<Quad[]> {
  const direct = directQuads(document, edition)
  if (direct) return direct
  const { generalQuads } = await import('./general.ts')
  return generalQuads(document, edition)
}
