import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, parseConfig } from '../../app/infra/config.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'insigne-environment-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a wrong environment is refused with a sentence that names the variable', () => {
  const secret = 'a-secret-of-at-least-thirty-two-characters'
  const file = (name: string, text: string) => {
    const place = path.join(folder, name)
    writeFileSync(place, text)
    return place
  }
  const cases: [string, Record<string, string>, RegExp][] = [
    ['an unknown variable', { INSIGNE_PROT: '80' }, /INSIGNE_PROT is not a variable/],
    ['an unknown variable as a file', { INSIGNE_DEMOS_FILE: '/x' }, /INSIGNE_DEMOS_FILE is not a variable/],
    [
      'a value and a file',
      { PORT: '3000', PORT_FILE: file('port', '3001') },
      /PORT and PORT_FILE are both set/,
    ],
    [
      'a file that is not there',
      { INSIGNE_URL_FILE: '/nowhere/at/all' },
      /INSIGNE_URL_FILE names a file that cannot be read/,
    ],
    [
      'an empty file',
      { INSIGNE_SECRET_FILE: file('empty', '\n') },
      /INSIGNE_SECRET_FILE names an empty file/,
    ],
    ['a folder as a file', { INSIGNE_SECRET_FILE: folder }, /cannot be read/],
    ['a port that is no number', { PORT: 'http' }, /PORT is « http »/],
    ['a port too high', { PORT: '65536' }, /PORT is/],
    ['a port with a fraction', { PORT: '3000.5' }, /PORT is/],
    ['a negative port', { PORT: '-1' }, /PORT is/],
    ['an address with a path', { INSIGNE_URL: 'https://example.org/badges' }, /origin alone/],
    ['an address that is none', { INSIGNE_URL: 'badges.example.org' }, /INSIGNE_URL is/],
    ['a script as an address', { INSIGNE_URL: 'javascript:alert(1)' }, /INSIGNE_URL is/],
    ['another database', { DATABASE_URL: 'mysql://x/y', INSIGNE_SECRET: secret }, /postgres:\/\//],
    ['a database without a secret', { DATABASE_URL: 'postgres://x/y' }, /INSIGNE_SECRET must be set/],
    ['a short secret', { INSIGNE_SECRET: 'too-few-signs' }, /too short/],
    ['another mail', { SMTP_URL: 'https://x' }, /smtp:\/\//],
    ['an odd switch', { INSIGNE_DEMO: 'yes' }, /choose auto, on, off/],
    ['an odd switch of the interface', { INSIGNE_VC_API: 'true' }, /choose on, off/],
    ['an odd level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL is/],
  ]
  test.each(cases)('%s', (_name, env, sentence) => {
    let said = ''
    try {
      parseConfig(env)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      said = error.message
    }
    expect(said).toMatch(sentence)
    expect(said).not.toContain(env['INSIGNE_SECRET'] ?? 'nothing secret')
  })
})
