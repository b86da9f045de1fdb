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
import * as dcc from '@digitalcredentials/vc'
import {
  didKey,
  generateKey,
  prepare,
  prepareCredential,
  sign,
  signerFor,
  signJwt,
  verify,
} from '@insigne/open-badges'
import * as jose from 'jose'
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
const issueBy = (library: typeof vc, n: number) =>
  library.issue({ credential: withoutStatus(realisticDraft(peerDid, n)), suite: peerSuite(), documentLoader })
const theirs = (n: number) => issueBy(vc, n)

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

// Tried, not left out: it would be compared if it could do the work.
console.error(
  'DIDKit (@spruceid/didkit-wasm-node 0.2.1, what @learncard/didkit-plugin stands on) is not measured: it knows no ' +
    'VC 2.0 context (“Invalid context”) and no Data Integrity proof (“unknown field `cryptosuite`”).',
)

const who = 'insigne'
const bazaar = peer('@digitalbazaar/vc')
const credentials = peer('@digitalcredentials/vc')
await race(area, 'issue eddsa-rdfc-2022', [
  { who, perRound: 2000, run: ours },
  { who: bazaar, perRound: 100, run: theirs },
  { who: credentials, perRound: 100, run: (n) => issueBy(dcc, n) },
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
const peerCheck = async (library: typeof vc) => {
  const result = await library.verifyCredential({
    credential: others[othersAt++ % others.length],
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date('2026-06-13T00:00:00Z'),
  })
  if (!result.verified) throw new Error(`unexpected: ${result.error}`)
}
await race(area, 'verify eddsa-rdfc-2022 from bytes', [
  { who, perRound: 1000, run: check },
  { who: bazaar, perRound: 50, run: () => peerCheck(vc) },
  { who: credentials, perRound: 50, run: () => peerCheck(dcc) },
  {
    who: 'limit: 2 sha-256, 1 verification',
    perRound: 3000,
    run: () => edVerify(null, hashData(), limitPublic, limitSignature),
  },
])

// A context that the short way leaves to the general JSON-LD library: one word of it means nothing on purpose.
const wordsUrl = 'https://words.example.org/v1'
const words = { '@context': { '@version': 1.1, setAside: null } }
contexts.set(wordsUrl, words)
const vouched = { [wordsUrl]: words }
const withWords = (issuer: string, n: number) => {
  const credential: Record<string, unknown> = structuredClone({ ...realisticDraft(issuer, n) })
  credential['@context'] = [...realisticDraft(issuer, n)['@context'], wordsUrl]
  return withoutStatus(credential)
}
const issueGenerally = async (n: number) => {
  const draft = await prepareCredential(JSON.parse(JSON.stringify(withWords(did, n))), { contexts: vouched })
  return sign(draft, { signer, verificationMethod: method, created })
}
await race(area, 'issue eddsa-rdfc-2022, general path (a context that only the JSON-LD library reads)', [
  { who, perRound: 100, run: issueGenerally },
  {
    who: bazaar,
    perRound: 50,
    run: (n) => vc.issue({ credential: withWords(peerDid, n), suite: peerSuite(), documentLoader }),
  },
])
const general: Uint8Array[] = []
const othersGeneral: object[] = []
for (let n = 0; n < 900; n++) {
  general.push(Buffer.from(JSON.stringify(await issueGenerally(n + 500_000))))
  if (n >= 420) continue
  const credential = withWords(peerDid, n + 500_000)
  othersGeneral.push(await vc.issue({ credential, suite: peerSuite(), documentLoader }))
}
let generalAt = 0
await race(area, 'verify eddsa-rdfc-2022 from bytes, general path', [
  {
    who,
    perRound: 100,
    run: async () => {
      const report = await verify(general[generalAt++ % general.length] ?? '', {
        offline: true,
        now: new Date('2026-06-13T00:00:00Z'),
        contexts: vouched,
      })
      if (report.verdict !== 'valid') throw new Error(`unexpected: ${JSON.stringify(report.checks)}`)
    },
  },
  {
    who: bazaar,
    perRound: 50,
    run: async () => {
      const result = await vc.verifyCredential({
        credential: othersGeneral[othersAt++ % othersGeneral.length],
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader,
        now: new Date('2026-06-13T00:00:00Z'),
      })
      if (!result.verified) throw new Error(`unexpected: ${result.error}`)
    },
  },
])

// JWT: jose signs and checks bytes and dates; it looks at no credential, binds no key to its issuer, writes no report.
for (const [alg, kind] of [
  ['ES256', 'P-256'],
  ['EdDSA', 'Ed25519'],
] as const) {
  const jwtKey = await generateKey(kind)
  const jwtDid = didKey(jwtKey.publicKeyMultibase)
  const jwtMethod = `${jwtDid}#${jwtKey.publicKeyMultibase}`
  const jwtSigner = await signerFor(jwtKey)
  const { privateKey, publicKey } = await jose.generateKeyPair(alg)
  const issueJwt = (n: number) => {
    const { credentialStatus: _none, ...draft } = realisticDraft(jwtDid, n)
    return signJwt(prepare(draft), { signer: jwtSigner, verificationMethod: jwtMethod })
  }
  const joseIssue = (n: number) => {
    const credential = withoutStatus(realisticDraft(jwtDid, n))
    return new jose.SignJWT({ ...credential })
      .setProtectedHeader({ alg, kid: jwtMethod, typ: 'JWT' })
      .setIssuer(jwtDid)
      .setJti(`urn:uuid:${n}`)
      .setNotBefore(new Date(Date.UTC(2026, 5, 12)))
      .sign(privateKey)
  }
  await race(area, `issue VC-JWT ${alg} (jose: the signature alone)`, [
    { who, perRound: 1000, run: issueJwt },
    { who: peer('jose'), perRound: 1000, run: joseIssue },
  ])
  const tokens: Uint8Array[] = []
  const joseTokens: string[] = []
  for (let n = 0; n < 3000; n++) {
    tokens.push(Buffer.from(await issueJwt(n + 500_000)))
    joseTokens.push(await joseIssue(n + 500_000))
  }
  let tokenAt = 0
  await race(area, `verify VC-JWT ${alg} from bytes (jose: the signature and dates alone)`, [
    {
      who,
      perRound: 1000,
      run: async () => {
        const report = await verify(tokens[tokenAt++ % tokens.length] ?? '', {
          offline: true,
          now: new Date('2026-06-13T00:00:00Z'),
        })
        if (report.verdict !== 'valid') throw new Error(`unexpected: ${JSON.stringify(report.checks)}`)
      },
    },
    {
      who: peer('jose'),
      perRound: 1000,
      run: (n) =>
        jose.jwtVerify(joseTokens[n % joseTokens.length] ?? '', publicKey, {
          currentDate: new Date('2026-06-13T00:00:00Z'),
        }),
    },
  ])
}

print({
  area,
  case: 'size of the realistic credential',
  who,
  metric: 'bytes',
  value: text.byteLength,
  unit: 'B',
  n: 1,
})
