import { defineRefusals, type RefusalKind } from '../../infra/refusal.ts'
import type { ReadFault } from './fetch-badge.ts'

export const verificationRefusals = defineRefusals({
  nothing: {
    code: 'verification.nothing-to-verify',
    status: 400,
    fr: 'Donnez une seule chose à vérifier : « url », « credential », ou un fichier dans le champ « file ».',
    en: 'Give one thing to verify: “url”, “credential”, or a file in the field “file”.',
  },
  notJson: {
    code: 'verification.not-json',
    status: 400,
    fr: 'Le corps de la demande n’est pas du JSON lisible.',
    en: 'The body of the request is not readable JSON.',
  },
  badType: {
    code: 'verification.media-type',
    status: 415,
    fr: 'Envoyez du JSON (« application/json ») ou un formulaire avec un fichier (« multipart/form-data »).',
    en: 'Send JSON (“application/json”) or a form with a file (“multipart/form-data”).',
  },
  jsonOnly: {
    code: 'verification.json-only',
    status: 415,
    fr: 'Envoyez du JSON (« application/json »).',
    en: 'Send JSON (“application/json”).',
  },
  nothingToAssess: {
    code: 'verification.nothing-to-assess',
    status: 422,
    fr: 'Donnez un modèle de badge ou un badge Open Badges, seul ou sous « achievement » ou « credential ».',
    en: 'Give an Open Badges achievement or credential, alone or under “achievement” or “credential”.',
  },
  fileTooLarge: {
    code: 'verification.file-too-large',
    status: 413,
    fr: 'Ce fichier dépasse 2 Mo. Un badge est plus léger.',
    en: 'This file is larger than 2 MiB. A badge is lighter.',
  },
})

/** Why an address was not read, one refusal for each fault. */
export const readRefusals: Record<ReadFault, RefusalKind> = {
  'fetch.bad-address': {
    code: 'fetch.bad-address',
    status: 422,
    fr: 'Cette adresse est mal écrite. Elle commence par https://.',
    en: 'This address is not well formed. It begins with https://.',
  },
  'fetch.not-https': {
    code: 'fetch.not-https',
    status: 422,
    fr: 'Cette adresse ne commence pas par https://. Nous ne lisons pas les autres.',
    en: 'This address does not begin with https://. We read no other.',
  },
  'fetch.port': {
    code: 'fetch.port',
    status: 422,
    fr: 'Cette adresse demande un port particulier. Nous ne lisons que le port habituel.',
    en: 'This address asks for a special port. We only read the usual one.',
  },
  'fetch.user-name': {
    code: 'fetch.user-name',
    status: 422,
    fr: 'Cette adresse contient un nom d’utilisateur. Retirez ce qui précède « @ ».',
    en: 'This address holds a user name. Remove what stands before “@”.',
  },
  'fetch.private-address': {
    code: 'fetch.private-address',
    status: 422,
    fr: 'Cette adresse mène à un réseau privé. Nous ne la lisons pas : envoyez le fichier du badge.',
    en: 'This address leads to a private network. We do not read it: send the badge’s file.',
  },
  'fetch.unknown-host': {
    code: 'fetch.unknown-host',
    status: 422,
    fr: 'Ce site n’existe pas, ou son nom est mal écrit.',
    en: 'This site does not exist, or its name is misspelt.',
  },
  'fetch.unreachable': {
    code: 'fetch.unreachable',
    status: 422,
    fr: 'Ce site n’a pas répondu. Réessayez plus tard, ou envoyez le fichier du badge.',
    en: 'This site did not answer. Try again later, or send the badge’s file.',
  },
  'fetch.not-secure': {
    code: 'fetch.not-secure',
    status: 422,
    fr: 'Le certificat de ce site n’est pas valable. Envoyez plutôt le fichier du badge.',
    en: 'The certificate of this site is not valid. Send the badge’s file instead.',
  },
  'fetch.timeout': {
    code: 'fetch.timeout',
    status: 422,
    fr: 'Ce site met trop de temps à répondre. Réessayez plus tard, ou envoyez le fichier du badge.',
    en: 'This site takes too long to answer. Try again later, or send the badge’s file.',
  },
  'fetch.too-large': {
    code: 'fetch.too-large',
    status: 422,
    fr: 'Ce qui se trouve à cette adresse est trop lourd pour un badge.',
    en: 'What is at this address is too large for a badge.',
  },
  'fetch.too-many-redirects': {
    code: 'fetch.too-many-redirects',
    status: 422,
    fr: 'Cette adresse renvoie vers une autre trop de fois. Donnez l’adresse d’arrivée.',
    en: 'This address leads on to others too many times. Give the last one.',
  },
  'fetch.unreadable': {
    code: 'fetch.unreadable',
    status: 422,
    fr: 'La réponse de ce site ne peut pas être lue.',
    en: 'The answer of this site cannot be read.',
  },
  'verification.address-refused': {
    code: 'verification.address-refused',
    status: 422,
    fr: 'Ce site répond qu’il n’y a pas de badge public à cette adresse.',
    en: 'This site answers that there is no public badge at this address.',
  },
}
