import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../../../../shared/fixtures/', import.meta.url)

/** Others' samples are read from beside the repository and never copied into it; without them, tests say so and skip. */
export const hasFixtures = existsSync(root)

export const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, root)))
export const fixtureText = (path: string): string => readFileSync(new URL(path, root), 'utf8')
export const fixtureUrl = (path: string): URL => new URL(path, root)
