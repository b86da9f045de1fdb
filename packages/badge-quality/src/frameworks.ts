import type { CheckNumber, Framework } from './model.ts'

const icobc = { name: 'ICoBC', url: 'https://icobc.net/excellence-how-to-ensure-quality-roi/' }
const digitalPromise = { name: 'Digital Promise', url: 'https://digitalpromise.org/?p=76581' }
const rectec = {
  name: 'RECTEC',
  url: 'https://epale.ec.europa.eu/en/resource-centre/content/handbook-rectec-identifying-transversal-skills-employability-and',
}
const eu = {
  name: 'EU 2022/C 243/02',
  url: 'http://eur-lex.europa.eu/legal-content/EN/TXT/?uri=celex:32022H0627%2802%29',
}
const mirva = {
  name: 'MIRVA',
  url: 'https://mirva.openrecognition.org/output/guidelines-for-linking-informal-recognition-with-frameworks/',
}
const trusted = { name: '1EdTech TrustEd Microcredential', url: 'https://www.1edtech.org/program/tmc' }
const iqc = {
  name: 'IQC',
  url: 'https://myopenbadge.com/fr/open-badge-fr/comment-creer-un-systeme-de-badges-credible/amp',
}
const draft2020 = {
  name: 'EU 2020 (Shapiro)',
  url: 'https://wikibadges.org/doku.php?id=en:badge:critical_information_summary_-_micro-credential_shapiro_2020',
}
const qualityLabel = {
  name: 'Quality Label for Badge Recognition',
  url: 'https://badgequalitylabel.net/fr/activities/18530?badgeClassTab=information',
}
const springer = {
  name: 'Open Badges endorsement literature',
  url: 'https://link.springer.com/chapter/10.1007/978-3-319-15425-1_12',
}

/** Who published the demand before us. */
export const frameworks: Readonly<Record<CheckNumber, readonly Framework[]>> = {
  1: [icobc, digitalPromise],
  2: [rectec, eu],
  3: [eu, mirva],
  4: [eu, trusted],
  5: [iqc],
  6: [trusted],
  7: [digitalPromise],
  8: [eu, draft2020],
  9: [eu, qualityLabel],
  10: [springer],
}
