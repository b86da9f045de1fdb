import { bakePng, didKey, extract, generateKey, prepare, sign, signerFor } from '@insigne/open-badges'
import encode from 'png-chunks-encode'
import extractChunks from 'png-chunks-extract'
import { stampPng } from '../../app/ui/stamp/png.ts'
import { stampSvg } from '../../app/ui/stamp/svg.ts'
import { peer, print, race } from '../measure.ts'
import { realisticDraft } from '../realistic.ts'

const area = 'images'
const design = { shape: 'lozenge', colours: 'sarcelle', symbol: 'checklist' } as const
const picture = stampPng(design, 512)
const key = await generateKey('Ed25519')
const did = didKey(key.publicKeyMultibase)
const signed = await sign(prepare(realisticDraft(did, 1)), {
  signer: await signerFor(key),
  verificationMethod: `${did}#${key.publicKeyMultibase}`,
  created: new Date('2026-06-12T09:00:00Z'),
})
const payload = JSON.stringify(signed)
const body = Buffer.from(`openbadgecredential\0\0\0\0\0${payload}`)

await race(area, 'bake a 512 px PNG', [
  { who: 'insigne', perRound: 3000, run: () => bakePng(picture, payload) },
  {
    who: `${peer('png-chunks-extract')} + ${peer('png-chunks-encode')}`,
    perRound: 30,
    run: () => {
      const chunks = extractChunks(picture)
      chunks.splice(1, 0, { name: 'iTXt', data: body })
      return encode(chunks)
    },
  },
])
const baked = await bakePng(picture, payload)
await race(area, 'read a baked 512 px PNG', [{ who: 'insigne', perRound: 1000, run: () => extract(baked) }])
await race(area, 'draw a mark as SVG', [
  { who: 'insigne', perRound: 3000, run: (n) => stampSvg({ ...design, ringText: `Cap ${n % 100}` }) },
])
await race(
  area,
  'draw a mark as PNG, 512 px',
  [{ who: 'insigne', perRound: 10, run: () => stampPng(design, 512) }],
  5,
)
print({
  area,
  case: 'size of a mark, 512 px',
  who: 'insigne',
  metric: 'bytes',
  value: picture.byteLength,
  unit: 'B',
  n: 1,
})
