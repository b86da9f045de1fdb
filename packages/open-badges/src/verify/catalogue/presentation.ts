import { type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of a presentation: who shows the credentials, and was it asked for now? */
export const presentationCodes: Catalogue = {
  'presentation.structure': valid(
    'Le document suit le modèle des présentations du W3C.',
    'The document follows the W3C presentation model.',
  ),
  'presentation.faults': invalid(
    'Le document ne suit pas le modèle des présentations du W3C.',
    'The document does not follow the W3C presentation model.',
    'Demandez une nouvelle présentation.',
    'Ask for a new presentation.',
  ),
  'presentation.context': invalid(
    'Le vocabulaire de la présentation est refusé.',
    'The vocabulary of the presentation is refused.',
    'Demandez une nouvelle présentation.',
    'Ask for a new presentation.',
  ),
  'presentation.proof': valid(
    'La présentation est signée par son titulaire, pour cette demande.',
    'The presentation is signed by its holder, for this request.',
  ),
  'presentation.proof-missing': invalid(
    'La présentation n’est pas signée.',
    'The presentation is not signed.',
    'Demandez une présentation signée.',
    'Ask for a signed presentation.',
  ),
  'presentation.proof-invalid': invalid(
    'La signature de la présentation ne vaut pas.',
    'The signature of the presentation does not hold.',
    'Ne vous fiez pas à cette présentation.',
    'Do not rely on this presentation.',
  ),
  'presentation.purpose': invalid(
    'La signature n’a pas été faite pour se présenter.',
    'The signature was not made to present.',
    'Demandez une nouvelle présentation.',
    'Ask for a new presentation.',
  ),
  'presentation.challenge': invalid(
    'La présentation répond à une autre demande.',
    'The presentation answers another request.',
    'Demandez une nouvelle présentation.',
    'Ask for a new presentation.',
  ),
  'presentation.challenge-not-asked': unknown(
    'Rien ne prouve que la présentation a été faite maintenant.',
    'Nothing proves that the presentation was made now.',
    'Donnez la valeur que vous aviez demandé de signer.',
    'Give the value that you asked to be signed.',
  ),
  'presentation.domain': invalid(
    'La présentation était destinée à un autre site.',
    'The presentation was meant for another site.',
    'Demandez une nouvelle présentation.',
    'Ask for a new presentation.',
  ),
  'presentation.holder-not-proven': invalid(
    'La clé de signature n’est pas celle du titulaire nommé.',
    'The signing key is not that of the named holder.',
    'Ne vous fiez pas à cette présentation.',
    'Do not rely on this presentation.',
  ),
  'presentation.holder-unreachable': unknown(
    'Le titulaire n’a pas pu être joint ; son identité reste à prouver.',
    'The holder could not be reached; its identity is unproven.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
}
