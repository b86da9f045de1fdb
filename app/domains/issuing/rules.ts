/** Entries of a status list: the least that the standard allows, for one list hides among many. */
export const listLength = 131_072
/** A list is closed when this part of it has been given out: the last draws stay as hidden as the first. */
export const listFill = 0.8
export const listCapacity = Math.floor(listLength * listFill)
/** Seconds a reader may keep a list before asking again. */
export const listMaxAge = 30
/** Credentials signed in one transaction, about half a second of work: what a killed worker has to do again. */
export const signingChunk = 500

/** A name as it is compared: « Maëlle  DUPONT » and « maelle dupont » are one person. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
