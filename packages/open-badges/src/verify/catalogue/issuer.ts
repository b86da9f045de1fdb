import { type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of the check `issuer`: is the key that signed a key of the issuer? */
export const issuerCodes: Catalogue = {
  'issuer.bound': valid(
    'La clé de signature appartient bien à l’émetteur.',
    'The signing key does belong to the issuer.',
  ),
  'issuer.key-not-bound': invalid(
    'La clé de signature n’est pas celle de l’émetteur nommé.',
    'The signing key is not that of the named issuer.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'issuer.key-revoked': invalid(
    'L’émetteur a retiré sa confiance à cette clé.',
    'The issuer no longer trusts this key.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'issuer.key-expired': invalid(
    'La clé de signature a dépassé sa date de fin.',
    'The signing key is past its end date.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'issuer.key-withdrawn': unknown(
    'L’émetteur publiait cette clé, mais ne la publie plus.',
    'The issuer used to publish this key, but no longer does.',
    'Demandez à l’émetteur s’il répond toujours de ce badge.',
    'Ask the issuer whether it still stands by this badge.',
  ),
  'issuer.unreachable': unknown(
    'L’émetteur n’a pas pu être joint ; son identité reste à prouver.',
    'The issuer could not be reached; its identity is unproven.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'issuer.unsupported': unknown(
    'Cette sorte d’identité d’émetteur n’est pas vérifiée ici.',
    'This kind of issuer identity is not verified here.',
    'Demandez confirmation à l’émetteur.',
    'Ask the issuer to confirm.',
  ),
  'issuer.document-malformed': invalid(
    'Le document d’identité de l’émetteur est illisible.',
    "The issuer's identity document is unreadable.",
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'issuer.document-mismatch': invalid(
    'Le document d’identité obtenu est celui d’un autre.',
    "The identity document obtained is someone else's.",
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'issuer.not-run': unknown(
    'L’émetteur n’a pas pu être vérifié.',
    'The issuer could not be verified.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
}
