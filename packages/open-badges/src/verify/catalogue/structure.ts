import { absent, type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of the checks `structure`, `context` and `schema`: is it the kind of document it claims to be? */
export const structureCodes: Catalogue = {
  'structure.ob3': valid(
    'Le badge suit le modèle Open Badges 3.0.',
    'The badge follows the Open Badges 3.0 model.',
  ),
  'structure.endorsement': valid(
    'Le document suit le modèle des recommandations Open Badges 3.0.',
    'The document follows the Open Badges 3.0 endorsement model.',
  ),
  'structure.status-list': valid(
    'La liste suit le modèle Bitstring Status List.',
    'The list follows the Bitstring Status List model.',
  ),
  'structure.clr': valid('Le relevé suit le modèle CLR 2.0.', 'The record follows the CLR 2.0 model.'),
  'structure.vc': valid(
    'Le document suit le modèle des attestations vérifiables du W3C.',
    'The document follows the W3C verifiable credential model.',
  ),
  'structure.faults': invalid(
    'Le badge ne respecte pas le modèle Open Badges 3.0.',
    'The badge breaks the Open Badges 3.0 model.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'structure.unknown-term': invalid(
    'Le badge contient des propriétés étrangères au standard.',
    'The badge holds properties foreign to the standard.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'structure.not-a-badge': invalid(
    'Ce document n’est pas un badge.',
    'This document is not a badge.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'structure.not-run': unknown(
    'La structure n’a pas pu être examinée.',
    'The structure could not be examined.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'context.pinned': valid(
    'Chaque mot du badge est défini par le standard.',
    'Every word of the badge is defined by the standard.',
  ),
  'context.missing': invalid(
    'Le badge ne dit pas quel vocabulaire il emploie.',
    'The badge does not say which vocabulary it uses.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'context.order': invalid(
    'Les vocabulaires du badge ne sont pas ceux du standard, dans l’ordre.',
    "The badge's vocabularies are not the standard's, in order.",
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'context.inline': invalid(
    'Le badge redéfinit des mots du standard.',
    'The badge redefines words of the standard.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'context.foreign': unknown(
    'Le badge emploie un vocabulaire inconnu ; ses mots ne peuvent être lus sûrement.',
    'The badge uses an unknown vocabulary; its words cannot be read safely.',
    'Demandez à l’émetteur un badge sans vocabulaire particulier.',
    'Ask the issuer for a badge without a vocabulary of its own.',
  ),
  'context.unknown-term': invalid(
    'Le badge contient un mot que le standard ne définit pas.',
    'The badge holds a word that the standard does not define.',
    'Ne vous fiez pas à ce badge ; interrogez l’émetteur.',
    'Do not rely on this badge; ask the issuer.',
  ),
  'context.not-run': unknown(
    'Le vocabulaire n’a pas pu être examiné.',
    'The vocabulary could not be examined.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'schema.none': absent('Le badge ne cite aucun schéma.', 'The badge names no schema.'),
  'schema.pinned': valid(
    'Le badge suit le schéma officiel qu’il cite.',
    'The badge follows the official schema it names.',
  ),
  'schema.violated': invalid(
    'Le badge ne respecte pas le schéma qu’il cite.',
    'The badge breaks the schema that it names.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'schema.unknown': unknown(
    'Le badge cite un schéma inconnu, qui n’a pas été vérifié.',
    'The badge names an unknown schema, which was not checked.',
    'Voyez avec l’émetteur ce que ce schéma exige.',
    'Ask the issuer what that schema demands.',
  ),
  'schema.not-run': unknown(
    'Le schéma n’a pas pu être examiné.',
    'The schema could not be examined.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
}
