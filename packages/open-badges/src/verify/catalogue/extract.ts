import { type Catalogue, invalid, unknown, valid } from './entry.ts'

/** Codes of the check `extract`: was a credential found in the input? */
export const extractCodes: Catalogue = {
  'extract.json': valid('Un badge a été lu dans ce fichier JSON.', 'A badge was read from this JSON file.'),
  'extract.jwt': valid(
    'Un badge a été lu dans ce texte signé (JWT).',
    'A badge was read from this signed text (JWT).',
  ),
  'extract.png': valid(
    'Un badge a été trouvé dans cette image PNG.',
    'A badge was found in this PNG picture.',
  ),
  'extract.svg': valid(
    'Un badge a été trouvé dans cette image SVG.',
    'A badge was found in this SVG picture.',
  ),
  'extract.unreadable': invalid(
    'Ce fichier n’est ni une image de badge, ni un badge en texte.',
    'This file is neither a badge picture nor a badge as text.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.no-credential': invalid(
    'Cette image ne contient pas de badge.',
    'This picture carries no badge.',
    'Téléchargez le fichier d’origine ; une capture d’écran perd le badge.',
    'Download the original file; a screenshot loses the badge.',
  ),
  'extract.two-payloads': invalid(
    'Cette image contient deux badges ; on ne sait pas lequel croire.',
    'This picture carries two badges; there is no telling which to believe.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.too-large': invalid(
    'Ce fichier dépasse 2 Mio.',
    'This file is over 2 MiB.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.pixels': invalid(
    'Cette image dépasse 16 millions de pixels.',
    'This picture is over 16 million pixels.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.inflated-too-large': invalid(
    'Ce fichier compressé devient trop grand une fois ouvert.',
    'This compressed file becomes too large once opened.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.doctype': invalid(
    'Cette image SVG contient une déclaration DOCTYPE refusée.',
    'This SVG picture holds a refused DOCTYPE declaration.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.png-malformed': invalid(
    'Cette image PNG est abîmée.',
    'This PNG picture is damaged.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.svg-malformed': invalid(
    'Cette image SVG est mal formée.',
    'This SVG picture is malformed.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.not-utf8': invalid(
    'Le texte de ce fichier n’est pas de l’UTF-8.',
    'The text of this file is not UTF-8.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.json-malformed': invalid(
    'Le badge n’est pas un JSON bien formé.',
    'The badge is not well-formed JSON.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.json-too-deep': invalid(
    'Le badge est imbriqué sur plus de 32 niveaux.',
    'The badge is nested more than 32 levels.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'extract.duplicate-key': invalid(
    'Le badge dit deux fois la même chose, de deux façons.',
    'The badge gives the same name twice.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'extract.forbidden-key': invalid(
    'Le badge contient un nom de propriété refusé.',
    'The badge holds a refused property name.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'extract.lone-surrogate': invalid(
    'Le badge contient un caractère incomplet.',
    'The badge holds half a character.',
    'Signalez-le à l’organisme émetteur.',
    'Tell the issuer.',
  ),
  'extract.jwt-malformed': invalid(
    'Ce texte signé (JWT) est mal formé.',
    'This signed text (JWT) is malformed.',
    'Demandez le fichier d’origine à qui vous l’a envoyé.',
    'Ask the sender for the original file.',
  ),
  'extract.not-run': unknown(
    'La lecture du fichier n’a pas eu lieu.',
    'The file was not read.',
    'Réessayez plus tard, en ligne.',
    'Try again later, online.',
  ),
}
