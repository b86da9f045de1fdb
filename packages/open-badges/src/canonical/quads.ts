import { bundle2026, type ContextBundle } from '../contexts/bundle.ts'
import type { JsonObject } from '../json.ts'
import { directQuads } from './direct.ts'
import type { Quad } from './rdf.ts'

/** JSON-LD to quads: directly where possible, else through the general library, loaded then. */
export async function documentQuads(
  document: JsonObject,
  bundle: ContextBundle = bundle2026,
): Promise<Quad[]> {
  const direct = directQuads(document, bundle)
  if (direct) return direct
  const { generalQuads } = await import('./general.ts')
  return generalQuads(document, bundle)
}
