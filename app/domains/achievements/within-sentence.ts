/** « Deux encadrants » becomes « par deux encadrants »; « AFPA » keeps its capitals. */
export const withinSentence = (text: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
