import { createReadStream } from 'node:fs'
import { parseJson } from '@insigne/open-badges'
import type { z } from 'zod'
import { UsageError } from './arguments.ts'

/** Reads all that comes, counted as it comes: a pipe or a device does not say its size, and may never end. */
export async function readInput(
  input: AsyncIterable<unknown>,
  maxBytes: number,
  tooLarge: string,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    length += bytes.length
    if (length > maxBytes) throw new UsageError(tooLarge)
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

interface FileWords {
  noFile: (file: string) => string
  tooLarge: (file: string, mebibytes: number) => string
}

/** The bytes of a file that a person named, if it can be read and is not too large. */
export async function readInputFile(file: string, mebibytes: number, t: FileWords): Promise<Uint8Array> {
  try {
    return await readInput(createReadStream(file), mebibytes * 1024 * 1024, t.tooLarge(file, mebibytes))
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(t.noFile(file))
  }
}

/** A JSON file as its schema reads it. JSON is read strictly, so that whatever is nested in it can be written again. */
export function parseInputFile<T>(
  bytes: Uint8Array,
  schema: z.ZodType<T>,
  sentence: (why: string) => string,
): T {
  const parsed = schema.safeParse(jsonOf(bytes))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue === undefined || issue.path.length === 0 ? 'JSON' : issue.path.join('.')
  throw new UsageError(sentence(place))
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(bytes))
  } catch {
    // What is not JSON is nothing that a schema knows.
    return undefined
  }
}
