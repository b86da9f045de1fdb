import { absent, type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of the checks `refresh`, `status`, `validity`, `recipient`, `endorsements`: does it stand today? */
export const standingCodes: Catalogue = {
  'refresh.none': absent('Le badge ne prévoit pas de mise à jour.', 'The badge offers no update.'),
  'refresh.not-asked': unknown(
    'Une version plus récente existe peut-être ; elle n’a pas été demandée.',
    'A newer version may exist; it was not asked for.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'refresh.current': valid('Le badge est à jour.', 'The badge is up to date.'),
  'refresh.replaced': valid(
    'L’émetteur a publié une version plus récente ; c’est elle qui est montrée.',
    'The issuer has published a newer version; that one is shown.',
  ),
  'refresh.unreachable': unknown(
    'Le service de mise à jour n’a pas répondu.',
    'The update service did not answer.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'refresh.unusable': unknown(
    'La mise à jour proposée n’est pas fiable ; le badge d’origine est montré.',
    'The update offered is not reliable; the original badge is shown.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'refresh.unsupported': unknown(
    'Ce service de mise à jour n’est pas connu ici.',
    'This update service is not known here.',
    'Demandez à l’émetteur la dernière version.',
    'Ask the issuer for the latest version.',
  ),
  'refresh.not-run': unknown(
    'La mise à jour n’a pas pu être cherchée.',
    'No update could be looked for.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'status.none': absent(
    'Le badge n’annonce aucune liste de révocation.',
    'The badge names no revocation list.',
  ),
  'status.clear': valid(
    'Le badge n’est ni retiré ni suspendu.',
    'The badge is neither revoked nor suspended.',
  ),
  'status.revoked': invalid(
    'L’émetteur a retiré ce badge.',
    'The issuer has revoked this badge.',
    'Demandez-en la raison à l’émetteur.',
    'Ask the issuer why.',
  ),
  'status.suspended': invalid(
    'L’émetteur a suspendu ce badge.',
    'The issuer has suspended this badge.',
    'Demandez à l’émetteur jusqu’à quand.',
    'Ask the issuer until when.',
  ),
  'status.unreachable': unknown(
    'La liste de révocation n’a pas pu être consultée.',
    'The revocation list could not be consulted.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'status.unsupported': unknown(
    'Cette sorte de liste de révocation n’est pas connue ici.',
    'This kind of revocation list is not known here.',
    'Demandez confirmation à l’émetteur.',
    'Ask the issuer to confirm.',
  ),
  'status.list-invalid': invalid(
    'La liste de révocation n’est pas signée correctement.',
    'The revocation list is not properly signed.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'status.list-undetermined': unknown(
    'La liste de révocation n’a pas pu être authentifiée.',
    'The revocation list could not be authenticated.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'status.list-foreign': invalid(
    'La liste de révocation vient d’un autre émetteur.',
    'The revocation list comes from another issuer.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'status.list-stale': unknown(
    'La liste de révocation est périmée.',
    'The revocation list is out of date.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'status.list-short': invalid(
    'La liste de révocation est trop courte pour le standard.',
    'The revocation list is shorter than the standard wants.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'status.list-malformed': invalid(
    'La liste de révocation est illisible.',
    'The revocation list is unreadable.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'status.list-too-large': invalid(
    'La liste de révocation est trop grande une fois ouverte.',
    'The revocation list is too large once opened.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'status.purpose-mismatch': invalid(
    'La liste de révocation a un autre usage que celui annoncé.',
    'The revocation list has another purpose than announced.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'status.index-out-of-range': invalid(
    'Le badge désigne une place hors de la liste.',
    'The badge names a place outside the list.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'status.not-run': unknown(
    'La révocation n’a pas pu être vérifiée.',
    'Revocation could not be checked.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'validity.current': valid(
    'Le badge est dans sa période de validité.',
    'The badge is within its validity period.',
  ),
  'validity.expired': invalid(
    'Le badge a expiré.',
    'The badge has expired.',
    'Demandez à l’émetteur s’il se renouvelle.',
    'Ask the issuer whether it can be renewed.',
  ),
  'validity.not-yet': invalid(
    'Le badge n’est pas encore valable.',
    'The badge is not valid yet.',
    'Attendez sa date de début.',
    'Wait for its start date.',
  ),
  'validity.not-run': unknown(
    'Les dates n’ont pas pu être examinées.',
    'The dates could not be examined.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'recipient.not-asked': absent(
    'Aucune personne n’a été donnée à comparer.',
    'No person was given to compare with.',
  ),
  'recipient.match': valid(
    'Le badge a bien été attribué à cette identité.',
    'The badge was awarded to this identity.',
  ),
  'recipient.mismatch': invalid(
    'Le badge n’a pas été attribué à cette identité.',
    'The badge was not awarded to this identity.',
    'Vérifiez l’adresse donnée ; essayez les autres adresses de la personne.',
    "Check the address given; try the person's other addresses.",
  ),
  'recipient.not-run': unknown(
    'Le destinataire n’a pas pu être comparé.',
    'The recipient could not be compared.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'endorsements.none': absent('Le badge ne porte aucun soutien.', 'The badge carries no endorsement.'),
  'endorsements.valid': valid(
    'Les soutiens joints sont authentiques.',
    'The endorsements inside are authentic.',
  ),
  'endorsements.invalid': invalid(
    'Un soutien joint n’est pas authentique.',
    'An endorsement inside is not authentic.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'endorsements.foreign-subject': invalid(
    'Un soutien joint parle d’autre chose que ce badge.',
    'An endorsement inside is about something else.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'endorsements.undetermined': unknown(
    'Un soutien joint n’a pas pu être vérifié.',
    'An endorsement inside could not be verified.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'endorsements.nested-valid': valid(
    'Chaque attestation contenue dans le relevé est authentique.',
    'Each credential in the record is authentic.',
  ),
  'endorsements.nested-expired': valid(
    'Les attestations du relevé sont authentiques ; une au moins a expiré.',
    'The credentials in the record are authentic; at least one has expired.',
  ),
  'endorsements.nested-invalid': invalid(
    'Une attestation contenue dans le relevé n’est pas valable.',
    'A credential in the record is not valid.',
    'Regardez laquelle, et interrogez son émetteur.',
    'See which one, and ask its issuer.',
  ),
  'endorsements.nested-undetermined': unknown(
    'Une attestation contenue dans le relevé n’a pas pu être vérifiée.',
    'A credential in the record could not be verified.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
  'endorsements.not-run': unknown(
    'Les soutiens n’ont pas pu être examinés.',
    'The endorsements could not be examined.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
}
