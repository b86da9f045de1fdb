import { directRecords } from '../src/canonical/direct.ts'
import { generalQuads } from '../src/canonical/general.ts'
import { canonicalText } from '../src/canonical/statements.ts'
import { OpenBadgesError } from '../src/errors.ts'
import { isJsonObject, type JsonObject } from '../src/json.ts'
import { learnPart } from '../src/known-parts.ts'

const outcome = async (work: () => Promise<string>): Promise<string> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OpenBadgesError) return error.code
    throw error
  }
}

function learnParts({ issuer, credentialSubject: subject }: JsonObject): void {
  for (const part of [issuer, isJsonObject(subject) ? subject['achievement'] : undefined]) {
    if (!isJsonObject(part)) continue
    learnPart(part)
    learnPart(part)
  }
}

/** Bytes of a document by the general way and by the short one: as a stranger, then with its parts known and kept. */
export async function bothWays(
  document: JsonObject,
): Promise<{ general: string; short: string[] } | undefined> {
  // The full algorithm, with the limit of work that the short way has for the same document.
  const general = await outcome(async () => canonicalText(await generalQuads(document)))
  const short: string[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const records = directRecords(document)
    if (!records) return undefined
    short.push(await outcome(() => canonicalText(records)))
    if (turn === 0) learnParts(document)
  }
  return { general, short }
}
