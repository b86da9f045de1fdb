import { type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of the check `proof`: was the text altered since it was signed? */
export const proofCodes: Catalogue = {
  'proof.signature': valid(
    'La signature est bonne : le badge n’a pas été modifié.',
    'The signature is good: the badge was not altered.',
  ),
  'proof.signature-invalid': invalid(
    'La signature ne correspond pas : le badge a été modifié.',
    'The signature does not match: the badge was altered.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.missing': invalid(
    'Le badge n’est pas signé.',
    'The badge is not signed.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.value-malformed': invalid(
    'La signature est mal écrite.',
    'The signature is malformed.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.purpose': invalid(
    'La signature n’a pas été faite pour attester.',
    'The signature was not made to assert.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.suite-mismatch': invalid(
    'La clé ne convient pas au type de signature.',
    'The key does not go with the kind of signature.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'proof.suite-unsupported': unknown(
    'Ce type de signature n’est pas encore vérifié ici.',
    'This kind of signature is not verified here yet.',
    'Essayez un autre vérificateur.',
    'Try another verifier.',
  ),
  'proof.key-unavailable': unknown(
    'La clé de signature n’a pas pu être obtenue.',
    'The signing key could not be obtained.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'proof.key-unknown': invalid(
    'La clé de signature est introuvable chez l’émetteur.',
    'The signing key cannot be found at the issuer.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.method-malformed': invalid(
    'L’adresse de la clé de signature est mal écrite.',
    'The address of the signing key is malformed.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.method-unsupported': invalid(
    'La clé de signature est d’une sorte qui ne peut être obtenue.',
    'The signing key is of a kind that cannot be obtained.',
    'Demandez à l’émetteur un badge signé autrement.',
    'Ask the issuer for a badge signed otherwise.',
  ),
  'proof.expired': invalid(
    'La signature a dépassé sa date de fin.',
    'The signature is past its end date.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'proof.future': invalid(
    'La signature porte une date future.',
    'The signature bears a future date.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'proof.chain': invalid(
    'Une signature s’appuie sur une autre, qui manque.',
    'A signature rests on another one, which is missing.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.algorithm': invalid(
    'L’algorithme de signature est refusé.',
    'The signature algorithm is refused.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'proof.header': invalid(
    'L’en-tête de la signature contient des éléments refusés.',
    'The header of the signature holds refused members.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.claims': invalid(
    'L’enveloppe signée contredit le badge qu’elle contient.',
    'The signed envelope contradicts the badge inside.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.poison-graph': invalid(
    'Le badge est construit pour bloquer les vérificateurs.',
    'The badge is built to hold verifiers up.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'proof.not-run': unknown(
    'La signature n’a pas pu être examinée.',
    'The signature could not be examined.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
}
