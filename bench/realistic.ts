import { buildAchievement, buildCredential, buildProfile, buildStatusEntry } from '@insigne/open-badges'

/** A credential as the product issues it: criteria, alignments, evidence, status. About 60 quads. */
export function realisticDraft(issuer: string, n: number) {
  return buildCredential({
    id: `urn:uuid:${id(n)}`,
    name: 'Organiser son travail dans un atelier',
    issuer: buildProfile({
      id: issuer,
      name: 'Atelier Cardan',
      url: 'https://badges.example.org/organisations/atelier-cardan',
      description: 'Chantier d’insertion : menuiserie, conditionnement et petite logistique.',
      email: 'contact@atelier-cardan.example',
    }),
    achievement: buildAchievement({
      id: 'https://badges.example.org/achievements/7c9e6679/versions/1',
      name: 'Organiser son travail dans un atelier',
      description:
        'Préparer son poste, ranger ses tâches par priorité, prévenir avant qu’un retard gêne l’équipe.',
      achievementType: 'Competency',
      criteria: {
        id: 'https://badges.example.org/achievements/7c9e6679/versions/1#criteria',
        narrative:
          '- Range les tâches avant de commencer\n- Prévient d’un retard avant la pause\n- Prépare l’outillage du lendemain',
      },
      image: { id: 'https://badges.example.org/achievements/7c9e6679/versions/1/image.png' },
      version: '1',
      inLanguage: 'fr',
      tag: ['organisation', 'atelier'],
      alignment: [
        {
          targetName: 'Organiser son travail selon les priorités et les objectifs',
          targetUrl: 'https://www.francetravail.org/opendata/',
          targetFramework: 'ROME 4.0, savoir-être professionnels',
          targetCode: '300483',
        },
        {
          targetName: 'planifier',
          targetUrl: 'http://data.europa.eu/esco/skill/e49f4158-9d4c-425d-bf32-dfe89b19840a',
          targetFramework: 'ESCO',
        },
      ],
    }),
    subject: {
      id: `urn:uuid:${id(n + 1_000_000)}`,
      identifier: [{ hashed: false, identityHash: `Personne ${n}`, identityType: 'name' }],
      narrative: `Séance ${n} : l’ordre des séries a été changé et écrit au tableau avant dix heures.`,
    },
    validFrom: new Date(Date.UTC(2026, 5, 12, 8, n % 60)),
    awardedDate: new Date(Date.UTC(2026, 5, 12, 8, n % 60)),
    evidence: [
      { name: 'Grille d’observation', narrative: `Trois séances, cinq critères. Fiche ${n}.` },
      { name: 'Photo du poste', id: `https://badges.example.org/evidence/${n}` },
    ],
    credentialStatus: buildStatusEntry({
      list: 'https://badges.example.org/status/1',
      index: n % 131_072,
      purpose: 'revocation',
    }),
  })
}

const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
