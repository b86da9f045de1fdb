import {
  buildCredential,
  buildStatusEntry,
  type CredentialInput,
  type DidDocument,
  didDocument,
  didKey,
  generateKey,
  type OpenBadgeCredential,
  type Signer,
  signerFor,
} from '../src/index.ts'

/** An issuer with its key, for tests. */
export interface Issuer {
  did: string
  signer: Signer
  verificationMethod: string
  publicKeyMultibase: string
  document: DidDocument
}

export async function makeIssuer(
  did?: string,
  algorithm: 'Ed25519' | 'P-256' | 'P-384' = 'Ed25519',
): Promise<Issuer> {
  const key = await generateKey(algorithm)
  const { publicKeyMultibase } = key
  const id = did ?? didKey(publicKeyMultibase)
  return {
    did: id,
    signer: await signerFor(key),
    verificationMethod: `${id}#${publicKeyMultibase}`,
    publicKeyMultibase,
    document: didDocument({ did: id, keys: [{ publicKeyMultibase }] }),
  }
}

export const sampleDate = '2026-03-02T09:30:00Z'

/** A badge with every part of the model that the product uses. */
export function sampleInput(issuer: string): CredentialInput {
  return {
    id: 'urn:uuid:1f4e8a52-0d7c-4a3e-9a57-6a4f5d3c2b10',
    issuer: {
      id: issuer,
      name: 'Atelier du Port',
      url: 'https://atelier.example',
      email: 'contact@atelier.example',
      image: { id: 'https://atelier.example/logo.png', caption: 'Une ancre' },
      address: { type: ['Address'], addressCountry: 'France', addressLocality: 'Caen', postalCode: '14000' },
      otherIdentifier: [{ identifier: '12345678900012', identifierType: 'ext:SIRET' }],
    },
    achievement: {
      id: 'https://badges.example/achievements/travail-en-equipe',
      name: 'Travailler en équipe',
      description: 'Mener une tâche commune à son terme, avec et pour les autres.',
      criteria: {
        narrative: 'A organisé le travail de trois personnes pendant une journée.\n\n"Sans heurt" 😀.',
      },
      achievementType: 'Competency',
      image: 'https://badges.example/achievements/travail-en-equipe.png',
      creator: { id: issuer },
      alignment: [
        {
          targetName: 'travailler en équipe',
          targetUrl: 'http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0',
          targetFramework: 'ESCO',
          targetType: 'CTDL',
        },
        { targetName: 'Coopérer', targetUrl: 'https://referentiel.example/c2', targetCode: 'C2' },
      ],
      tag: ['coopération', 'organisation'],
      resultDescription: [
        {
          id: 'urn:uuid:8c5c0f6a-3f0a-4d0f-9a37-0d5b1f7b7a11',
          name: 'Niveau observé',
          resultType: 'RubricCriterionLevel',
          allowedValue: ['1', '2', '3'],
          rubricCriterionLevel: [
            {
              id: 'urn:uuid:8c5c0f6a-3f0a-4d0f-9a37-0d5b1f7b7a12',
              name: 'Autonome',
              level: '3',
              points: '3',
            },
            {
              id: 'urn:uuid:8c5c0f6a-3f0a-4d0f-9a37-0d5b1f7b7a13',
              name: 'Accompagné',
              level: '2',
              points: '2',
            },
          ],
        },
      ],
      inLanguage: 'fr',
      version: '2',
    },
    subject: {
      id: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
      narrative: 'Chef d’équipe sur le chantier de mars.',
      activityStartDate: '2026-02-02T08:00:00Z',
      creditsEarned: 1.5,
      result: [
        {
          resultDescription: 'urn:uuid:8c5c0f6a-3f0a-4d0f-9a37-0d5b1f7b7a11',
          achievedLevel: 'urn:uuid:8c5c0f6a-3f0a-4d0f-9a37-0d5b1f7b7a12',
          value: '3',
        },
      ],
    },
    validFrom: sampleDate,
    validUntil: '2099-03-02T09:30:00Z',
    awardedDate: '2026-03-01T17:00:00Z',
    name: 'Travailler en équipe',
    description: 'Attribué par l’Atelier du Port.',
    evidence: [
      { id: 'https://badges.example/evidence/77', name: 'Photo du chantier', genre: 'Photographie' },
      { narrative: 'Compte rendu du formateur, relu par un pair.', audience: 'Recruteurs' },
    ],
  }
}

export const sampleCredential = (issuer: string): OpenBadgeCredential => buildCredential(sampleInput(issuer))

/** The same with a place in a status list. */
export const listedCredential = (issuer: string, list: string, index: number): OpenBadgeCredential =>
  buildCredential({ ...sampleInput(issuer), credentialStatus: buildStatusEntry({ list, index }) })
