import { absent, type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of badges of Open Badges 2.0 and before: their truth is at an address, or in an issuer's key list. */
export const legacyCodes: Catalogue = {
  'structure.ob2': valid(
    'Le badge suit le modèle Open Badges 2.0.',
    'The badge follows the Open Badges 2.0 model.',
  ),
  'structure.ob1': valid(
    'Le badge suit un modèle Open Badges antérieur à 2.0.',
    'The badge follows an Open Badges model older than 2.0.',
  ),
  'structure.legacy-faults': invalid(
    'Le badge ne respecte pas le modèle Open Badges qu’il annonce.',
    'The badge breaks the Open Badges model that it announces.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'structure.incomplete': unknown(
    'Une page dont dépend le badge n’a pas pu être consultée.',
    'A page that the badge depends on could not be consulted.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'structure.link-mismatch': invalid(
    'Une page dont dépend le badge se dit autre qu’elle n’est.',
    'A page that the badge depends on claims another address.',
    'Ne vous fiez pas à ce badge\u202f; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'context.legacy': valid(
    'Le vocabulaire est celui d’Open Badges 2.0 ou antérieur.',
    'The vocabulary is that of Open Badges 2.0 or older.',
  ),
  'context.legacy-foreign': invalid(
    'Le vocabulaire du badge n’est pas celui d’Open Badges.',
    'The vocabulary of the badge is not that of Open Badges.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'context.before-json-ld': absent(
    'Ce badge date d’avant les vocabulaires déclarés.',
    'This badge is older than declared vocabularies.',
  ),
  'proof.hosted': valid(
    'Le site de l’émetteur présente bien ce badge.',
    'The issuer’s site does present this badge.',
  ),
  'proof.hosted-unreachable': unknown(
    'L’adresse du badge n’a pas pu être consultée.',
    'The address of the badge could not be consulted.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'proof.hosted-mismatch': invalid(
    'Le badge en ligne dit autre chose que ce fichier.',
    'The online badge says something else than this file.',
    'Ne vous fiez pas à ce fichier\u202f; ouvrez le badge en ligne.',
    'Do not rely on this file; open the online badge.',
  ),
  'proof.hosted-redirected': invalid(
    'L’adresse du badge renvoie vers un autre site.',
    'The address of the badge leads to another site.',
    'Ne vous fiez pas à ce badge\u202f; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.hosted-address': invalid(
    'Le badge ne donne pas d’adresse sûre où le vérifier.',
    'The badge gives no safe address to verify it at.',
    'Demandez à l’émetteur une version signée.',
    'Ask the issuer for a signed version.',
  ),
  'proof.hosted-withdrawn': invalid(
    'L’émetteur a retiré ce badge de son site.',
    'The issuer has withdrawn this badge from its site.',
    'Demandez-en la raison à l’émetteur.',
    'Ask the issuer why.',
  ),
  'issuer.hosted': valid(
    'L’adresse du badge appartient bien à l’émetteur.',
    'The address of the badge does belong to the issuer.',
  ),
  'issuer.outside-scope': invalid(
    'L’émetteur ne répond pas de l’adresse de ce badge.',
    'The issuer does not vouch for the address of this badge.',
    'Ne vous fiez pas à ce badge\u202f; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
}
