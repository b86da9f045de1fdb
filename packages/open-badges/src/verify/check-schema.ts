import { normalise } from '../guard/normalise.ts'
import { asArray, isJsonObject, type JsonObject } from '../json.ts'
import { check } from './catalogue/index.ts'
import type { Subject } from './examination.ts'
import type { Check } from './report.ts'

const spec = 'https://purl.imsglobal.org/spec'
/** Schemas whose demands the closed tables of this library hold: VC 1.1, JSON-LD and learner record variants. */
const heldByTables = new Set(
  ['json', 'json-ld'].flatMap((folder) => [
    ...['achievement', 'endorsement', 'anyachievement', 'anyendorsement'].map(
      (one) => `${spec}/ob/v3p0/schema/${folder}/ob_v3p0_${one}credential_schema.json`,
    ),
    ...['clr', 'anyclr'].map(
      (one) => `${spec}/clr/v2p0/schema/${folder}/clr_v2p0_${one}credential_schema.json`,
    ),
  ]),
)

const isKnown = ({ id, type }: JsonObject): boolean =>
  typeof id === 'string' && heldByTables.has(id) && asArray(type).includes('1EdTechJsonSchemaValidator2019')

/**
 * The schemas that a credential names, against the pinned copies: none is ever fetched. A badge in a tolerant form is
 * looked at in its strict form. OB 3.0, 8.1 and B.5.
 */
export async function checkSchema({ document, shape }: Subject): Promise<Check> {
  const schemas = asArray(document['credentialSchema']).filter(isJsonObject)
  if (schemas.length === 0) return check('schema.none')
  const data: JsonObject = { schemas: schemas.map(({ id }) => id ?? null) }
  if (!schemas.every(isKnown)) return check('schema.unknown', data)
  const { pinnedSchemas } = await import('../schema/pinned.ts')
  const { schemaFaults } = await import('../schema/validate.ts')
  const strict = shape ? normalise(document, shape) : document
  const faults = schemas.flatMap(({ id }) => {
    const schema = pinnedSchemas.get(String(id))
    return schema ? schemaFaults(schema, strict) : []
  })
  return faults.length > 0 ? check('schema.violated', { ...data, faults }) : check('schema.pinned', data)
}
