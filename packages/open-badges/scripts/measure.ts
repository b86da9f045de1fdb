import { createHash, generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import { prepare, sign, verify } from '../src/index.ts'
import { makeIssuer, sampleCredential } from '../test/sample.ts'

// Rates on this machine, one core: what we do, and the limit below which nobody can go.
const issuer = await makeIssuer()
const drafts = Array.from({ length: 2_000 }, (_, at) => ({
  ...sampleCredential(issuer.did),
  id: `urn:uuid:1f4e8a52-0d7c-4a3e-9a57-${String(at).padStart(12, '0')}`,
}))

async function rate(name: string, runs: number, one: (at: number) => unknown): Promise<void> {
  for (let at = 0; at < runs / 4; at += 1) await one(at)
  const start = performance.now()
  for (let at = 0; at < runs; at += 1) await one(at)
  const perSecond = Math.round((runs / (performance.now() - start)) * 1_000)
  console.log(`${name}: ${perSecond} a second`)
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const bytes = new Uint8Array(64)
const text = 'x'.repeat(8_000)
const signature = signBytes(null, bytes, privateKey)
await rate('limit, issue (two hashes, one signature)', 4_000, () => {
  createHash('sha256').update(text).digest()
  createHash('sha256').update(text.slice(0, 600)).digest()
  return signBytes(null, bytes, privateKey)
})
await rate('limit, verify', 4_000, () => {
  createHash('sha256').update(text).digest()
  createHash('sha256').update(text.slice(0, 600)).digest()
  return verifyBytes(null, bytes, publicKey, signature)
})

const at = (list: typeof drafts, index: number) => list[index % list.length] ?? sampleCredential(issuer.did)
const prepared = drafts.map((draft) => prepare(draft))
await rate('prepare', 2_000, (index) => prepare(at(drafts, index)))
await rate('sign', 2_000, (index) =>
  sign(prepared[index % prepared.length] ?? prepare(at(drafts, index)), issuer),
)
await rate('issue: prepare, sign, JSON text', 2_000, async (index) =>
  JSON.stringify(await sign(prepare(at(drafts, index)), issuer)),
)
const encoder = new TextEncoder()
const files: Uint8Array[] = []
for (const one of prepared) files.push(encoder.encode(JSON.stringify(await sign(one, issuer))))
await rate('verify, from bytes', 2_000, (index) => verify(files[index % files.length] ?? new Uint8Array()))
