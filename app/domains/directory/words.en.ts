/** What the directory says. */
export const en = {
  undetermined: 'Nature not established',
  awarded: 'Still awarded',
  origin: { here: 'Made here', elsewhere: 'Read from other issuers' },
  rss: {
    title: 'New badges in the directory',
    description: 'The badges that entered the directory last, newest first.',
    by: (name: string, issuer: string) => `${name}, by ${issuer}`,
  },
}
