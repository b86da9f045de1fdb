/** Families of payload, with the names that carriers give them. OB 3.0, 5.3; CLR 2.0, 5.3; OB 2.0 baking 1.0. */
export type Family = 'ob3' | 'clr2' | 'ob2'

export const pngKeywords: Record<Family, string> = {
  ob3: 'openbadgecredential',
  clr2: 'clrcredential',
  ob2: 'openbadges',
}

export const familyOfKeyword = (keyword: string): Family | undefined => {
  const wanted = keyword.toLowerCase()
  if (wanted === pngKeywords.ob3) return 'ob3'
  if (wanted === pngKeywords.clr2) return 'clr2'
  return wanted === pngKeywords.ob2 ? 'ob2' : undefined
}

export const svgNamespaces: Record<Family, string> = {
  ob3: 'https://purl.imsglobal.org/ob/v3p0',
  clr2: 'https://purl.imsglobal.org/clr/v2p0',
  ob2: 'http://openbadges.org',
}

/** Addresses that older tools wrote for the same. */
export const familyOfNamespace = (uri: string): Family | undefined => {
  const wanted = uri
    .toLowerCase()
    .replace(/\/$/, '')
    .replace(/^http:/, 'https:')
  if (wanted === svgNamespaces.ob3) return 'ob3'
  if (wanted === svgNamespaces.clr2) return 'clr2'
  return wanted === 'https://openbadges.org' ? 'ob2' : undefined
}
