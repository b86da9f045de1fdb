import type { JsonObject } from '@insigne/open-badges'

/** The labelled lines of a competency badge made here, all five facts of the gate stated. */
export const fiveFacts = {
  situation: '**Situation\u00a0:** Entrepôt, avec un lecteur de codes',
  action: '**Ce que la personne fait\u00a0:** Prélever, contrôler et emballer une commande.',
  criteria:
    '**Critères\u00a0:**\n\n1. Contrôle la référence avant de prélever\n2. Signale un manque avant le départ',
  assessment: '**Type d’évaluation\u00a0:** Mise en situation',
  assessor: '**Évaluation faite par\u00a0:** Chef d’équipe',
  independence: '**Qui évalue\u00a0:** Une autre personne que celle évaluée',
  evidence: '**Preuve ou récit des faits\u00a0:** Exigée à chaque remise',
}

/** An achievement with these lines as its criteria. */
export const made = (
  lines: Partial<typeof fiveFacts> & { extra?: string },
  more: JsonObject = {},
): JsonObject => ({
  id: 'https://badges.example.org/achievements/1/versions/1',
  type: ['Achievement'],
  name: 'Préparer une commande',
  description: 'Prélever et contrôler une commande.',
  achievementType: 'Competency',
  criteria: { narrative: Object.values(lines).join('\n\n') },
  creator: { id: 'did:web:badges.example.org', type: ['Profile'], name: 'Tremplin' },
  inLanguage: 'fr',
  ...more,
})

/** An achievement with a free text as its criteria. */
export const told = (narrative: string, more: JsonObject = {}): JsonObject => ({
  id: 'https://badges.example.org/achievements/2',
  type: ['Achievement'],
  name: 'Badge',
  criteria: { narrative },
  ...more,
})

/** An award of an achievement. */
export const award = (
  achievement: JsonObject,
  more: JsonObject = {},
  subject: JsonObject = {},
): JsonObject => ({
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:badges.example.org', type: ['Profile'], name: 'Tremplin' },
  credentialSubject: { id: 'urn:uuid:1', type: ['AchievementSubject'], achievement, ...subject },
  ...more,
})
