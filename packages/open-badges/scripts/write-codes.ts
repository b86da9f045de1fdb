import { writeFileSync } from 'node:fs'
import { codesPage } from './codes-page.ts'

writeFileSync(new URL('../CODES.md', import.meta.url), codesPage())
