import {
  bakePng,
  bakeSvg,
  buildCredential,
  buildStatusEntry,
  didKey,
  generateKey,
  prepare,
  prepareCredential,
  sign,
  signerFor,
} from '@insigne/open-badges'
import { stampPng } from '../../ui/stamp/png.ts'
import { stampSvg } from '../../ui/stamp/svg.ts'

/** Files as a person may hold them, each made and signed here. */
export interface Sample {
  name: string
  mimeType: string
  buffer: Buffer
}

const file = (name: string, mimeType: string, content: string | Uint8Array): Sample => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})

async function signed(more: { web?: boolean; title?: string } = {}): Promise<string> {
  const key = await generateKey('Ed25519')
  const did = more.web ? 'did:web:ecole.example' : didKey(key.publicKeyMultibase)
  const draft = buildCredential({
    id: 'urn:uuid:9f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c11',
    issuer: { id: did, name: 'Atelier du Port' },
    achievement: {
      id: 'urn:uuid:1c7a3d0e-55d5-4b52-9d0b-6a3f5e0b9a01',
      name: more.title ?? 'Travailler en équipe',
      description: 'Mener une tâche commune à son terme.',
      achievementType: 'Competency',
      criteria: { narrative: 'A organisé le travail de trois personnes pendant une journée.' },
    },
    subject: { id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' },
    validFrom: new Date('2026-03-02T09:30:00Z'),
    ...(more.web
      ? {
          credentialStatus: buildStatusEntry({
            list: 'https://ecole.example/status/1',
            index: 42,
            purpose: 'revocation',
          }),
        }
      : {}),
  })
  const signer = await signerFor(key)
  const credential = await sign(prepare(draft), {
    signer,
    verificationMethod: `${did}#${key.publicKeyMultibase}`,
  })
  return JSON.stringify(credential)
}

/** A credential of the W3C whose text has a direction: only the general JSON-LD processor reads it. */
async function general(): Promise<string> {
  const key = await generateKey('Ed25519')
  const did = didKey(key.publicKeyMultibase)
  const prepared = await prepareCredential({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: did,
    name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' },
    credentialSubject: { id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' },
  })
  const verificationMethod = `${did}#${key.publicKeyMultibase}`
  return JSON.stringify(await sign(prepared, { signer: await signerFor(key), verificationMethod }))
}

export async function offlineSamples() {
  const json = await signed()
  const mark = { shape: 'lozenge', symbol: 'checklist', colours: 'craie' } as const
  const host = 'https://badges.example.org'
  const hosted = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `${host}/awards/12`,
    recipient: { type: 'email', hashed: false, identity: 'amina@courrier.example' },
    issuedOn: '2021-05-04T10:00:00Z',
    verification: { type: 'HostedBadge' },
    badge: `${host}/classes/3`,
  }
  return {
    sound: file('equipe.json', 'application/json', json),
    changed: file('change.json', 'application/json', json.replace('trois personnes', 'trente personnes')),
    png: file('equipe.png', 'image/png', bakePng(stampPng(mark), json)),
    svg: file('equipe.svg', 'image/svg+xml', bakeSvg(stampSvg({ ...mark, title: 'Équipe' }), json)),
    web: file('ecole.json', 'application/json', await signed({ web: true })),
    older: file('ancien.json', 'application/json', JSON.stringify(hosted)),
    general: file('attestation.json', 'application/json', await general()),
    note: file('note.txt', 'text/plain', 'Ceci est une note.'),
    empty: file('vide.json', 'application/json', ''),
    huge: file('photo.png', 'image/png', Buffer.alloc(5 * 1024 * 1024, 0x89)),
    /** Its title would be a tag, if text were ever taken for markup. */
    hostile: file(
      '<img src=x onerror=alert(1)>.json',
      'application/json',
      await signed({ title: '<img src=x onerror=alert(1)>' }),
    ),
  }
}
