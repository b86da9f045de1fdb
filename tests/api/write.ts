import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../source-files.ts'
import { books } from './books.ts'
import { declarationsOf } from './declarations.ts'
import { bookOf } from './page.ts'

for (const book of books) {
  const folder = path.join(root, book.folder, 'docs/api')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of bookOf(book, declarationsOf(book.folder))) {
    writeFileSync(path.join(folder, file), text)
  }
}
