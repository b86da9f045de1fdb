import { randomBytes } from 'node:crypto'
import { existsSync, lchownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Account } from './account.ts'
import { codeOf, PostgresStartError } from './start-error.ts'

const Passwords = z.object({ administrator: z.string().min(20), application: z.string().min(20) })
export type Passwords = z.infer<typeof Passwords>

export function readPasswords(file: string): Passwords {
  try {
    return Passwords.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'EACCES') {
      throw new PostgresStartError(
        'not-permitted',
        `The file ${file} belongs to another account. Run under the account that started the database first.`,
        { cause: error },
      )
    }
    throw new PostgresStartError(
      'cluster-missing',
      `The passwords of the database are missing or damaged: ${file}. Bring the file back from a backup of the same folder.`,
      { cause: error },
    )
  }
}

/** Called under the folder lock, before the first cluster; kept if an earlier start broke off here. */
export function makePasswords(file: string, account: Account | undefined): Passwords {
  if (!existsSync(file)) {
    const password = () => randomBytes(24).toString('base64url')
    const passwords: Passwords = { administrator: password(), application: password() }
    const unfinished = `${file}.unfinished`
    rmSync(unfinished, { force: true })
    writeFileSync(unfinished, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flag: 'wx' })
    if (account?.ownsData) lchownSync(unfinished, account.uid, account.gid)
    renameSync(unfinished, file)
  }
  return readPasswords(file)
}
