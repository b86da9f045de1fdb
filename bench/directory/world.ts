import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export type Door = typeof import('./door.ts')
export type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

const here = import.meta.dirname
const app = path.join(here, '../../app')

export interface World {
  door: Door
  sql: Sql
  /** Runs a question of the directory, as a page does. */
  search(query: Record<string, unknown>): Promise<Awaited<ReturnType<Door['searchDirectory']>>>
  /** Another process of the product, that has read nothing yet. */
  another(): World
  close(): Promise<void>
}

/** The product's own code on a server of its own. */
export async function openWorld(): Promise<World> {
  const outDir = path.join(app, 'dist/bench')
  await build({
    configFile: path.join(app, 'vite.config.ts'),
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: { door: path.join(here, 'door.ts') }, output: { entryFileNames: '[name].js' } },
    },
  })
  const door: Door = await import(pathToFileURL(path.join(outDir, 'door.js')).href)
  const folder = mkdtempSync(path.join(tmpdir(), 'insigne-bench-'))
  chmodSync(folder, 0o755)
  const server = await door.openEmbeddedPostgres({
    dataDirectory: folder,
    log: () => undefined,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      max_wal_size: '4GB',
      shared_buffers: '1GB',
      work_mem: '64MB',
      jit: 'off',
    },
  })
  const opened: { close(): Promise<void> }[] = []
  const first = door.openDatabase(server.url, { max: 4, name: 'bench' })
  await door.migrate(first.db, door.steps)
  opened.push(first)
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: server.url, max: 5 })
  const sql: Sql = async (text, values) => (await pool.query(text, values)).rows
  // What only writers need slows down loading and says nothing about searching.
  await sql(`
    alter table directory_search drop constraint directory_search_number_fkey;
    alter table directory_entry_skills drop constraint directory_entry_skills_entry_id_fkey;
    drop index directory_entries_of_issuer, directory_entries_by_rules, directory_entries_own,
      directory_entries_of_organisation, directory_entry_skills_of`)
  await sql(`
    create text search configuration bare (copy = french);
    create extension if not exists unaccent;
    alter text search configuration bare alter mapping for hword, hword_part, word with unaccent, french_stem;
    create unlogged table bare (number int primary key, tsv tsvector not null, name text not null, nature text not null, facts int not null,
      language text, department text, region text, issuer int not null, awarded boolean not null,
      here boolean not null, skills int[], framework text)`)
  const worldOn = (db: typeof first.db): World => ({
    door,
    sql,
    search: (query) =>
      door.searchDirectory(
        {
          db,
          viewer: { kind: 'anonymous' },
          locale: 'fr',
          clock: door.systemClock,
          log: door.createLog('error', 'bench'),
          queue: { enqueue: async () => undefined, emit: async () => undefined },
          requestId: 'bench',
          origin: 'http://localhost',
        },
        door.DirectoryQuery.parse(query),
      ),
    another() {
      const next = door.openDatabase(server.url, { max: 4, name: 'bench' })
      opened.push(next)
      return worldOn(next.db)
    },
    async close() {
      await pool.end()
      for (const one of opened) await one.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
  return worldOn(first.db)
}
