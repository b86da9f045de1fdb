import {
  createHash,
  createPublicKey,
  sign as edSign,
  verify as edVerify,
  generateKeyPairSync,
} from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { didKey, generateKey, prepare, sign, signerFor, verify } from '@insigne/open-badges'
import { contexts } from '../contexts.ts'
import { peer, print, race } from '../measure.ts'
import { realisticDraft } from '../realistic.ts'

const area = 'credentials'
const key = await generateKey('Ed25519')
const did = didKey(key.publicKeyMultibase)
const method = `${did}#${did.slice('did:key:'.length)}`
const signer = await signerFor(key)
const created = new Date('2026-06-12T09:00:00Z')
const prepared = (n: number) => prepare(realisticDraft(did, n))
const ours = (n: number) => sign(prepared(n), { signer, verificationMethod: method, created })

// The peer signs the same documents with a key of its own.
const peerKey = await Ed25519Multikey.generate()
peerKey.controller = `did:key:${peerKey.publicKeyMultibase}`
peerKey.id = `${peerKey.controller}#${peerKey.publicKeyMultibase}`
const peerDid = String(peerKey.controller)
const documentLoader = async (url: string) => {
  const document = contexts.get(url) ?? (url.startsWith('did:key:') ? await keyDocument(url) : undefined)
  if (document === undefined) throw new Error(`not pinned: ${url}`)
  return { contextUrl: null, documentUrl: url, document, tag: 'static' }
}
async function keyDocument(url: string) {
  const publicKeyMultibase = url.split('#')[0]?.slice('did:key:'.length) ?? ''
  const controller = `did:key:${publicKeyMultibase}`
  const verificationMethod = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${controller}#${publicKeyMultibase}`,
    type: 'Multikey',
    controller,
    publicKeyMultibase,
  }
  if (url.includes('#')) return verificationMethod
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: controller,
    verificationMethod: [verificationMethod],
    assertionMethod: [verificationMethod.id],
  }
}
const peerSuite = () => new DataIntegrityProof({ signer: peerKey.signer(), cryptosuite })
const theirs = (n: number) =>
  vc.issue({ credential: withoutStatus(realisticDraft(peerDid, n)), suite: peerSuite(), documentLoader })

// The library would fetch the status list; both sides are spared it.
function withoutStatus(credential: object): object {
  const { credentialStatus: _status, ...rest } = structuredClone(credential) as Record<string, unknown>
  return rest
}

// The limit: two digests and one Ed25519 operation, in Node's own crypto.
const limit = generateKeyPairSync('ed25519')
const limitPublic = createPublicKey(limit.privateKey)
const text = Buffer.from(JSON.stringify(await ours(1)))
const hashData = () =>
  Buffer.concat([
    createHash('sha256').update(text.subarray(0, 300)).digest(),
    createHash('sha256').update(text).digest(),
  ])
const limitSignature = edSign(null, hashData(), limit.privateKey)

const who = 'insigne'
const bazaar = peer('@digitalbazaar/vc')
await race(area, 'issue eddsa-rdfc-2022', [
  { who, perRound: 2000, run: ours },
  { who: bazaar, perRound: 100, run: theirs },
  {
    who: 'limit: 2 sha-256, 1 signature',
    perRound: 5000,
    run: () => edSign(null, hashData(), limit.privateKey),
  },
])

// Never seen before: every run reads other bytes.
const mine: Uint8Array[] = []
for (let n = 0; n < 9000; n++) {
  const { credentialStatus: _none, ...draft } = realisticDraft(did, n + 500_000)
  const signed = await sign(prepare(draft), { signer, verificationMethod: method, created })
  mine.push(Buffer.from(JSON.stringify(signed)))
}
const others: object[] = []
for (let n = 0; n < 420; n++) others.push(await theirs(n + 500_000))
let mineAt = 0
let othersAt = 0
const check = async () => {
  const report = await verify(mine[mineAt++ % mine.length] ?? '', {
    offline: true,
    now: new Date('2026-06-13T00:00:00Z'),
  })
  if (report.verdict !== 'valid') throw new Error(`unexpected: ${JSON.stringify(report.checks)}`)
}
const peerCheck = async () => {
  const result = await vc.verifyCredential({
    credential: others[othersAt++ % others.length],
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date('2026-06-13T00:00:00Z'),
  })
  if (!result.verified) throw new Error(`unexpected: ${result.error}`)
}
await race(area, 'verify eddsa-rdfc-2022 from bytes', [
  { who, perRound: 1000, run: check },
  { who: bazaar, perRound: 50, run: peerCheck },
  {
    who: 'limit: 2 sha-256, 1 verification',
    perRound: 3000,
    run: () => edVerify(null, hashData(), limitPublic, limitSignature),
  },
])
print({
  area,
  case: 'size of the realistic credential',
  who,
  metric: 'bytes',
  value: text.byteLength,
  unit: 'B',
  n: 1,
})
