import type { NatureName } from '@insigne/open-badges'

type Shown = NatureName | 'undetermined'
const naturesFr: Record<Shown, string> = {
  participation: 'Participation',
  engagement: 'Engagement',
  realisation: 'Réalisation',
  competence: 'Compétence',
  certification: 'Certification du réseau',
  registered: 'Certification enregistrée',
  undetermined: 'Nature non établie',
}
const naturesEn: Record<Shown, string> = {
  participation: 'Participation',
  engagement: 'Engagement',
  realisation: 'Achievement',
  competence: 'Competency',
  certification: 'Network certification',
  registered: 'Registered certification',
  undetermined: 'Nature not established',
}

export const assessWords = (fr: boolean) =>
  fr
    ? {
        natures: naturesFr,
        shown: 'Ce que le badge montre :',
        declared: 'Ce que l’émetteur déclare :',
        states: { yes: 'établi', no: 'non', unknown: 'non renseigné' },
        width: 13,
        rules: 'Règles, version',
        unproven: 'L’authenticité de ce badge n’est pas établie. Lancez « insigne verify ».',
        nothing:
          'Aucun badge ne peut être lu ici. Donnez un PNG, un SVG, un fichier JSON ou JWT, ou une adresse.',
      }
    : {
        natures: naturesEn,
        shown: 'What the badge shows:',
        declared: 'What the issuer declares:',
        states: { yes: 'established', no: 'no', unknown: 'not stated' },
        width: 11,
        rules: 'Rules, version',
        unproven: 'The authenticity of this badge is not established. Run “insigne verify”.',
        nothing: 'No badge can be read here. Give a PNG, an SVG, a JSON or JWT file, or an address.',
      }
