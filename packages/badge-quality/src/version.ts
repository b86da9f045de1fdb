/** Version of the rules, gates and word lists. Any change that can change an answer raises it. */
export const rulesVersion = '1.1.0'
