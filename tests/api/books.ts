import type { Book } from './page.ts'

/** What the examples of a package begin from is described here and made in `setting.ts`. */
const openBadges: Book = {
  folder: 'packages/open-badges',
  packageName: '@insigne/open-badges',
  pages: [
    {
      file: 'build.md',
      title: 'Build',
      about: 'From plain members to the model of Open Badges 3.0, without the `type` of each part.',
      sources: ['v3/build', 'v3/identity'],
    },
    {
      file: 'sign.md',
      title: 'Prepare and sign',
      about:
        '`prepare` reports every fault at once and freezes the credential; only what it made can be signed.',
      sources: ['proof'],
    },
    {
      file: 'verify.md',
      title: 'Verify',
      about:
        'Eleven checks, four states, a stable code and two sentences for each outcome. [CODES.md](../../CODES.md) lists the codes.',
      sources: ['verify'],
    },
    {
      file: 'pictures.md',
      title: 'Pictures',
      about: 'Credentials in PNG and SVG files: written strictly, read tolerantly.',
      sources: ['bake'],
    },
    {
      file: 'keys.md',
      title: 'Keys',
      about: 'Key pairs, signers that hide them, and the crypto of the platform.',
      sources: ['crypto', 'did/keys', 'did/multikey'],
    },
    {
      file: 'dids.md',
      title: 'DIDs and issuer documents',
      about: 'did:key, did:jwk, did:web, controller documents and key sets.',
      sources: ['did'],
    },
    {
      file: 'did-webvh-1.0.md',
      title: 'did:webvh 1.0',
      about: 'DIDs with a history: logs beside a did:web, read and written.',
      sources: ['webvh'],
    },
    {
      file: 'status-lists.md',
      title: 'Status lists',
      about: 'Revocation and suspension as lists of bits.',
      sources: ['status'],
    },
    {
      file: 'presentations.md',
      title: 'Presentations',
      about: 'A holder shows credentials to one site, for one request.',
      sources: ['presentation', 'verify/presentation'],
    },
    {
      file: 'open-badges-2.0.md',
      title: 'Open Badges 2.0 and before',
      about: 'Badges of before 3.0 in the words of 3.0, and 2.0 twins of what is issued today.',
      sources: ['v2'],
    },
    {
      file: 'clr-2.0.md',
      title: 'Learner records, CLR 2.0',
      about: 'Credentials of one person in one record.',
      sources: ['clr'],
    },
    {
      file: 'files.md',
      title: 'Many files',
      about: 'Every core of a server or a laptop. Node only.',
      sources: ['node'],
    },
    {
      file: 'model.md',
      title: 'Model and vocabulary',
      about: 'The shapes of Open Badges 3.0. Dates are RFC 3339 with a zone; absent members are absent.',
      sources: ['v3'],
    },
    {
      file: 'errors-and-json.md',
      title: 'Errors and JSON',
      about: 'What is thrown on purpose, and how JSON is read.',
      sources: ['errors', 'json', 'json-parse'],
    },
  ],
  setting: {
    key: 'an Ed25519 key pair of an issuer',
    did: 'the did:key of `key`',
    signer: 'signs with `key`',
    verificationMethod: '`did` and the name of its key',
    input: 'what `buildCredential` needs for a badge of `did`',
    draft: 'the badge built from `input`',
    credential: 'the same, signed',
    credentials: 'an array of `credential` alone',
    text: '`credential` as JSON text',
    school:
      'another issuer, with a P-256 key: `did`, `signer`, `verificationMethod`, and the `draft` of a badge',
    holder: 'the did:key of who received the badges',
    holderKey: '`signer` and `verificationMethod` of the holder',
    presentation: 'a presentation of `credential` by the holder, for `challenge` and `emploi.example`',
    challenge: 'the text that a site asked to be signed',
    record: 'what `buildClr` needs for a record of the holder',
    before: 'a badge of 2.0: `assertion`, `badge`, `issuer`',
    history: 'what `createWebvhLog` gave for `https://badges.example/org/12`',
    updateKey: 'the key that signs its entries',
    picture: 'bytes of a PNG',
    guardedFetch: 'a `fetch` that reaches public addresses only',
    guarded: 'a client for HTTP that reaches public addresses only',
    log: 'an issuance log: a map from signatures to the instants at which they were recorded',
    email: 'the e-mail address of the holder',
    salt: 'a random text',
  },
}

const badgeQuality: Book = {
  folder: 'packages/badge-quality',
  packageName: '@insigne/badge-quality',
  pages: [
    {
      file: 'assess.md',
      title: 'Assess',
      about: 'Two answers on a badge: what kind of recognition it is, and ten public facts.',
      sources: ['assess', 'answers', 'model', 'gates', 'read-wording', 'registration', 'version'],
    },
  ],
  setting: {
    credential: 'an Open Badge 3.0',
    report: 'what `verify` of `@insigne/open-badges` answered about it',
  },
}

export const books: readonly Book[] = [openBadges, badgeQuality]
