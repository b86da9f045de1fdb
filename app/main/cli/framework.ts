import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { importById, requestImport, runImport, sayFault, sayProblem } from '../../domains/frameworks/index.ts'
import { ConfigError, parseConfig } from '../../infra/config.ts'
import { createLog } from '../../infra/log.ts'
import { systemContext } from '../compose.ts'
import { prepareSchema } from '../migrate.ts'
import { openStorage } from '../storage.ts'
import { openTools } from '../tools.ts'
import { readArguments, UsageError, withUsage } from './arguments.ts'
import { french } from './language.ts'
import { printable } from './terminal.ts'

const options = {
  name: { type: 'string' },
  licence: { type: 'string' },
  'licence-url': { type: 'string' },
  source: { type: 'string' },
  version: { type: 'string' },
  language: { type: 'string' },
  kind: { type: 'string' },
} as const

const kinds = ['case', 'esco', 'rome', 'register', 'csv'] as const
const mostBytes = 40 * 1024 * 1024

/** `insigne framework import FILE […]`, for the whole installation, beside a running instance or alone. */
export const run = (argv: string[]): Promise<number> =>
  withUsage(async () => {
    const fr = french()
    const { values, rest } = readArguments(argv, options, { fr })
    const [verb, file, ...more] = rest
    if (verb !== 'import' || file === undefined || more.length > 0)
      throw new UsageError(
        fr
          ? 'Écrivez : insigne framework import FICHIER [--name NOM] [--licence LICENCE] [--kind case|esco|rome|register|csv]'
          : 'Write: insigne framework import FILE [--name NAME] [--licence LICENCE] [--kind case|esco|rome|register|csv]',
      )
    const format = kinds.find((one) => one === values.kind)
    if (values.kind !== undefined && format === undefined)
      throw new UsageError(
        fr ? `--kind est l’un de : ${kinds.join(', ')}.` : `--kind is one of: ${kinds.join(', ')}.`,
      )
    for (const name of ['source', 'licence-url'] as const)
      if (!/^(?:https?:\/\/\S+)?$/i.test(values[name] ?? ''))
        throw new UsageError(
          fr
            ? `--${name} est une adresse complète, comme https://exemple.fr/a.`
            : `--${name} is a complete address, such as https://example.org/a.`,
        )
    const bytes = await readBytes(file, fr)
    return importHere(fr, {
      ownerId: null,
      fileName: basename(file),
      bytes,
      wish: {
        name: values.name,
        licenceName: values.licence,
        licenceUrl: values['licence-url'],
        sourceUrl: values.source,
        version: values.version,
        language: values.language,
        format,
      },
    })
  })

async function readBytes(file: string, fr: boolean): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined)
    throw new UsageError(fr ? `Le fichier ${file} ne peut pas être lu.` : `The file ${file} cannot be read.`)
  if (size > mostBytes)
    throw new UsageError(
      fr
        ? `Le fichier ${file} pèse plus de 40 Mo. Gardez les seules colonnes utiles, ou partagez-le.`
        : `The file ${file} is larger than 40 MB. Keep only the columns that are needed, or split it.`,
    )
  return new Uint8Array(await readFile(file))
}

async function importHere(fr: boolean, request: Parameters<typeof requestImport>[1]): Promise<number> {
  let config: ReturnType<typeof parseConfig>
  try {
    config = parseConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message)
    throw error
  }
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'framework')
  const storage = await openStorage(config, log)
  try {
    await prepareSchema(storage.url, log)
    const tools = await openTools(config, storage.url, log)
    try {
      const ctx = systemContext(tools.parts)
      const id = await requestImport(ctx, request)
      // The worker of a running instance may take it up as well: each thousand is written once.
      await runImport(ctx, id)
      const one = await importById(ctx, id)
      if (one === undefined) throw new Error('the import is gone')
      const locale = fr ? 'fr' : 'en'
      const print = (line: string) => process.stdout.write(`${printable(line)}\n`)
      if (one.refusal !== null) {
        process.stderr.write(`${printable(sayFault(locale, one.refusal))}\n`)
        return 3
      }
      for (const problem of one.problems)
        print(`${fr ? 'ligne' : 'line'} ${problem.line}, ${problem.field} : ${sayProblem(locale, problem)}`)
      print(
        `read ${one.read}, added ${one.added}, changed ${one.changed}, unchanged ${one.unchanged}, refused ${one.refused}, withdrawn ${one.withdrawn}`,
      )
      return one.refused === 0 ? 0 : 1
    } finally {
      await tools.close()
    }
  } finally {
    await storage.close()
  }
}
