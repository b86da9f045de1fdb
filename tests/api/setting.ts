import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as library from '../../packages/open-badges/src/index.ts'
import { onePixel } from '../../packages/open-badges/test/altered.ts'
import * as legacy from '../../packages/open-badges/test/legacy-world.ts'
import { makeIssuer } from '../../packages/open-badges/test/sample.ts'

const inputOf = (issuer: string, subject: string): library.CredentialInput => ({
  id: 'urn:uuid:9f0c5b6e-0f52-4a52-8b8b-1c2f6a2c7c11',
  issuer: {
    id: issuer,
    name: 'Atelier du Port',
    url: 'https://atelier.example',
    email: 'contact@atelier.example',
  },
  achievement: {
    id: 'urn:uuid:1c7a3d0e-55d5-4b52-9d0b-6a3f5e0b9a01',
    name: 'Travailler en équipe',
    description: 'Mener une tâche commune à son terme.',
    criteria: { narrative: 'A organisé le travail de trois personnes.' },
    achievementType: 'Competency',
    image: 'https://atelier.example/equipe.png',
  },
  subject: { id: subject },
  validFrom: '2026-03-02T09:30:00Z',
})

/** What the examples of `@insigne/open-badges` begin from; each name is described in `books.ts`. */
export async function openBadgesSetting(): Promise<Record<string, unknown>> {
  const {
    buildCredential,
    buildPresentation,
    didKey,
    generateKey,
    prepare,
    sign,
    signPresentation,
    signerFor,
  } = library
  const key = await generateKey()
  const did = didKey(key.publicKeyMultibase)
  const signer = await signerFor(key)
  const verificationMethod = `${did}#${key.publicKeyMultibase}`
  const school = await makeIssuer(undefined, 'P-256')
  const person = await makeIssuer()
  const holder = person.did
  const input = inputOf(did, holder)
  const draft = buildCredential(input)
  const credential = await sign(prepare(draft), { signer, verificationMethod })
  const text = JSON.stringify(credential)
  const plain = library.parseJson(text)
  const held = typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? plain : {}
  const challenge = 'x7Qk-1'
  const holderKey = { signer: person.signer, verificationMethod: person.verificationMethod }
  const shown = buildPresentation({ holder, credentials: [held] })
  const request = { challenge, domain: 'emploi.example' }
  const pair = await generateKey()
  const updateKey = { signer: await signerFor(pair), publicKeyMultibase: pair.publicKeyMultibase }
  const history = await library.createWebvhLog({
    address: 'https://badges.example/org/12',
    keys: [{ publicKeyMultibase: key.publicKeyMultibase }],
    updateKey,
    time: '2026-01-01T00:00:00Z',
  })
  const closed = async (): Promise<never> => {
    throw new Error('Nothing is reachable from an example')
  }
  return {
    key,
    did,
    signer,
    verificationMethod,
    input,
    draft,
    credential,
    credentials: [held],
    text,
    school: { ...school, draft: buildCredential(inputOf(school.did, holder)) },
    holder,
    holderKey,
    presentation: await signPresentation(shown, { ...holderKey, ...request }),
    challenge,
    record: {
      id: 'urn:uuid:77aa2c10-57ce-4a0e-8f0c-1d2e3f4a5b6c',
      name: 'Parcours',
      issuer: { id: did, name: 'Atelier du Port' },
      subject: { id: holder },
      credentials: [held],
      validFrom: '2026-05-01T00:00:00Z',
    },
    before: {
      assertion: { ...legacy.assertion, evidence: [legacy.assertion.evidence] },
      badge: { ...legacy.badge, name: 'Travailler en équipe' },
      issuer: legacy.issuer,
    },
    history,
    updateKey,
    picture: onePixel,
    guardedFetch: closed,
    guarded: closed,
    log: new Map([[credential.proof[0]?.proofValue, new Date('2026-03-02T09:31:00Z')]]),
    email: 'lea@example.org',
    salt: 'c0ffee-2026',
  }
}

/** What the examples of `@insigne/badge-quality` begin from. */
export async function badgeQualitySetting(): Promise<Record<string, unknown>> {
  const { credential, text } = await openBadgesSetting()
  const report = await library.verify(String(text))
  return { credential, report }
}

/** Runs work in a new folder that holds the files that examples read. */
export async function amongFiles(
  files: Record<string, string | Uint8Array>,
  work: () => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'insigne-examples-'))
  const before = process.cwd()
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
    process.chdir(folder)
    await work()
  } finally {
    process.chdir(before)
    rmSync(folder, { recursive: true, force: true })
  }
}
