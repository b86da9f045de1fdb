import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { freePort, insigne, type Product, startProduct, temporaryFolder } from '../../product.ts'
import { root } from '../../source-files.ts'

const folder = temporaryFolder()
const products: Product[] = []
afterAll(async () => {
  for (const product of products) await product.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const plain = { INSIGNE_DEMO: 'off', LOG_LEVEL: 'error', INSIGNE_DATA: folder }
async function open(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ dataDirectory: folder, env: { ...plain, ...env } })
  products.push(product)
  return product
}

/** The database server of the folder, while it runs. */
function postmaster(): number | undefined {
  const file = path.join(folder, 'postgres/cluster/postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

describe('a wrong environment stops the start with a sentence', () => {
  test('each fault is said, on a line of its own, without a trace and before anything is started', async () => {
    const env = {
      ...plain,
      PORT: 'x',
      LOG_LEVEL: 'x',
      INSIGNE_PROT: '80',
      INSIGNE_SECRET: 'short-and-secret',
    }
    const outcome = await insigne(['start'], { env })
    expect(outcome.exit).toBe(1)
    expect(outcome.stderr.match(/^(?:PORT|LOG_LEVEL|INSIGNE_PROT|INSIGNE_SECRET) is /gm)).toHaveLength(4)
    expect(outcome.stderr + outcome.stdout).not.toMatch(/\n\s+at |Error:|short-and-secret/)
    expect(postmaster()).toBeUndefined()
  })
})

describe('what cannot be listened on', () => {
  test('a taken port is named, and nothing is left running', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    const outcome = await insigne(['start'], { env: { ...plain, PORT: String(port) } })
    other.close()
    expect(outcome.exit).toBe(1)
    expect(outcome.stderr).toContain(`Port ${port} is taken on 127.0.0.1`)
    expect(outcome.stderr + outcome.stdout).not.toMatch(/\n\s+at /)
    expect(postmaster()).toBeUndefined()
  })

  test.each(['no.such.host.invalid', '203.0.113.7'])('HOST=%s is refused with a sentence', async (host) => {
    const outcome = await insigne(['start'], {
      env: { ...plain, PORT: String(await freePort()), HOST: host },
    })
    expect(outcome.exit).toBe(1)
    expect(outcome.stderr).toMatch(/Check HOST and PORT|HOST is/)
    expect(outcome.stderr + outcome.stdout).not.toMatch(/\n\s+at /)
    expect(postmaster()).toBeUndefined()
  })

  test('a data folder that cannot be written is refused with a sentence', async () => {
    const blocked = path.join(folder, 'a-file')
    writeFileSync(blocked, '')
    const outcome = await insigne(['start'], {
      env: { ...plain, INSIGNE_DATA: path.join(blocked, 'data'), PORT: String(await freePort()) },
    })
    expect(outcome.exit).toBe(1)
    expect(outcome.stderr).toMatch(/INSIGNE_DATA|data folder/)
    expect(outcome.stderr + outcome.stdout).not.toMatch(/\n\s+at /)
  })

  test('an address of IPv6 is listened on and printed as one can open it', async () => {
    const port = String(await freePort())
    const product = await open({ HOST: '::1', PORT: port })
    expect(product.output()).toContain(`ready http://[::1]:${port}`)
    expect((await fetch(`http://[::1]:${port}/healthz`)).status).toBe(200)
    expect(await product.stop()).toBe(0)
  })
})

describe('starting and stopping', () => {
  test('settings come from files as well, and the secret shows in no process', async () => {
    const secret = 'a-secret-that-must-not-be-seen-anywhere-0123'
    mkdirSync(path.join(folder, 'secrets'), { recursive: true })
    const place = path.join(folder, 'secrets', 'secret')
    writeFileSync(place, `${secret}\n`)
    chmodSync(place, 0o600)
    const port = await freePort()
    writeFileSync(path.join(folder, 'secrets', 'port'), `${port}\n`)
    const child = open({
      PORT: '',
      PORT_FILE: path.join(folder, 'secrets', 'port'),
      INSIGNE_SECRET_FILE: place,
    })
    const product = await child
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    expect(product.output()).not.toContain(secret)
    if (existsSync('/proc/self/environ'))
      for (const pid of descendants(product.process.pid ?? 0)) {
        expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(secret)
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(secret)
      }
    expect(await product.stop()).toBe(0)
  })

  test('two starts at once on one folder share its database, and the first to stop takes nothing away', async () => {
    const [first, second] = await Promise.all([open(), open()])
    expect(first.url).not.toBe(second.url)
    for (const one of [first, second]) expect((await fetch(`${one.url}/readyz`)).status).toBe(200)
    expect(await first.stop()).toBe(0)
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
    expect(await second.stop()).toBe(0)
    expect(postmaster()).toBeUndefined()
  })

  test('after kill -9 of the first process the next start finds everything', async () => {
    const killed = await open()
    killed.process.kill('SIGKILL')
    const next = await open()
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200)
    expect(await next.stop()).toBe(0)
    expect(postmaster()).toBeUndefined()
    // The children of the killed one saw that it was gone, and went.
    await expect(fetch(`${killed.url}/healthz`)).rejects.toThrow()
  })

  test('a signal that comes three times, as from npm in a group, still ends it well', async () => {
    const product = await open()
    const ended = product.stop()
    for (let times = 0; times < 3; times++) {
      product.process.kill('SIGTERM')
      await sleep(20)
    }
    product.process.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(postmaster()).toBeUndefined()
  })

  test('a start that is stopped while the demo is loading leaves a demo that the next start makes whole', async () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    mkdirSync(folder, { mode: 0o755 })
    const env = { ...process.env, ...plain, INSIGNE_DEMO: 'auto', PORT: String(await freePort()) }
    const child = spawn(process.execPath, [path.join(root, 'app/bin/insigne.js'), 'start'], {
      cwd: root,
      env,
    })
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (text) => String(text).includes('Loading the demo') && resolve()),
    )
    await sleep(1_000)
    const asked = Date.now()
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
    expect(Date.now() - asked).toBeLessThan(10_000)
    expect(postmaster()).toBeUndefined()
    const next = await open({ INSIGNE_DEMO: 'auto' })
    expect(next.output()).toMatch(/Demo content: \d+ badges/)
    expect(await next.stop()).toBe(0)
  })
})

function descendants(parent: number): number[] {
  const file = `/proc/${parent}/task/${parent}/children`
  if (!existsSync(file)) return []
  const children = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return children.flatMap((pid) => [pid, ...descendants(pid)])
}

describe('commands given what they cannot use', () => {
  const secret = 'a-secret-of-at-least-thirty-two-characters'
  const database = { DATABASE_URL: 'postgres://insigne:hidden-word@127.0.0.1:1/x', INSIGNE_SECRET: secret }

  test.each(['start', 'demo load', 'migrate', 'web', 'worker'])(
    '%s says which database it cannot reach',
    async (verb) => {
      const outcome = await insigne(verb.split(' '), { env: database })
      expect(outcome.exit).toBe(1)
      expect(outcome.stderr).toContain('The database at 127.0.0.1:1 cannot be used: nothing listens there.')
      expect(outcome.stderr + outcome.stdout).not.toMatch(/\n\s+at |hidden-word|thirty-two/)
    },
  )

  test.skipIf(!existsSync('/dev/zero'))(
    'a file without an end is refused, from a device and from standard input',
    async () => {
      const device = await insigne(['verify', '/dev/zero', '--offline'])
      expect([device.exit, device.stdout]).toEqual([3, ''])
      const input = await insigne(['verify', '-', '--offline'], { input: new Uint8Array(4 * 1024 * 1024) })
      expect([input.exit, input.stdout]).toEqual([3, ''])
      expect(input.stderr).toMatch(/2 (?:MiB|Mio)/)
    },
  )

  test('a folder, nothing, noise and a name that means something to JavaScript have their exit codes', async () => {
    const noise = path.join(folder, 'noise.png')
    writeFileSync(
      noise,
      new Uint8Array(5000).map((_, order) => (order * 7919) % 251),
    )
    const cases: [string[], number][] = [
      [['verify', folder], 3],
      [['verify', path.join(folder, 'nothing.json')], 3],
      [['verify', noise, '--offline'], 1],
      [['verify'], 3],
      [['keygen', '--out', path.join(folder, 'no/such/folder/key.json')], 3],
      [['issue', '--key', noise, '--achievement', noise, '--recipients', noise, '--out', folder], 3],
      [['demo', 'dance'], 3],
      [['__proto__'], 3],
      [['constructor'], 3],
    ]
    for (const [argv, exit] of cases) {
      const outcome = await insigne(argv)
      expect(outcome.exit, argv.join(' ')).toBe(exit)
      expect(outcome.stderr + outcome.stdout, argv.join(' ')).not.toMatch(/\n\s+at /)
    }
  })
})
