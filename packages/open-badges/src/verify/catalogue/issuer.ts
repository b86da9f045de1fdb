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
  'issuer.key-not-for-assertions': invalid(
    'Cette clé de l’émetteur n’est pas, ou n’est plus, faite pour signer des badges.',
    'This key of the issuer is not, or no longer, meant to sign badges.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'issuer.key-pending': invalid(
    'Le badge a été signé avant la mise en service de la clé.',
    'The badge was signed before the key came into use.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'issuer.key-retired': valid(
    'La clé ne sert plus, mais le badge est antérieur à son retrait.',
    'The key is no longer in use, but the badge is older than its end.',
  ),
  'issuer.key-revoked': invalid(
    'Le badge a été signé après que l’émetteur a révoqué cette clé.',
    'The badge was signed after the issuer revoked this key.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'issuer.key-revoked-unproven': unknown(
    'L’émetteur a révoqué cette clé depuis ; rien ne prouve que le badge est antérieur.',
    'The issuer has since revoked this key; nothing proves that the badge is older.',
    'Demandez à l’émetteur de confirmer ce badge ou de le signer de nouveau.',
    'Ask the issuer to confirm this badge or to sign it again.',
  ),
  'issuer.key-expired': invalid(
    'Le badge a été signé après la date de fin de la clé.',
    'The badge was signed after the end date of the key.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'issuer.key-expired-unproven': unknown(
    'La clé a dépassé sa date de fin ; rien ne prouve que le badge est antérieur.',
    'The key is past its end date; nothing proves that the badge is older.',
    'Demandez à l’émetteur de confirmer ce badge ou de le signer de nouveau.',
    'Ask the issuer to confirm this badge or to sign it again.',
  ),
  'issuer.key-withdrawn': unknown(
    'L’émetteur publiait cette clé, mais ne la publie plus.',
    'The issuer used to publish this key, but no longer does.',
    'Demandez à l’émetteur s’il répond toujours de ce badge.',
    'Ask the issuer whether it still stands by this badge.',
  ),
  'issuer.key-not-in-force': invalid(
    'À la date de la signature, l’émetteur ne publiait pas cette clé.',
    'At the date of the signature, the issuer did not publish this key.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'issuer.not-recorded': invalid(
    'Le registre des badges émis ne contient pas ce badge.',
    'The record of issued badges does not hold this one.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
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
