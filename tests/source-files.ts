import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Sources } from './architecture.ts'

export const root = path.resolve(import.meta.dirname, '..')

const skipped = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', 'screenshots'])

/** Every TypeScript file of the product, by its path from the root. */
export function readSources(): Sources {
  const sources: Sources = new Map()
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(file)
      } else if (/\.tsx?$/.test(entry.name)) sources.set(file, readFileSync(path.join(root, file), 'utf8'))
    }
  }
  for (const folder of ['app', 'packages', 'tests']) walk(folder)
  return sources
}

/** Every page of documentation, by its path from the root. */
export function markdownFiles(): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(file)
      return entry.name.endsWith('.md') ? [file] : []
    })
  return walk('.')
}
