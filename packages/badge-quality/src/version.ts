/**
 * Version of the rules, gates and word lists. Any change that can change an answer raises it. No specification: ours.
 * @example
 * /^\d+\.\d+\.\d+$/.test(rulesVersion) // true
 */
export const rulesVersion = '1.1.2'
