import type { prose as fr } from './prose.fr.ts'

export const prose: typeof fr = {
  help: {
    title: 'Help',
    lead: 'The questions people ask us most.',
    sections: [
      {
        title: 'Taking a badge',
        paragraphs: ['You were given a code, a poster to scan or a message.'],
        points: [
          'A message: follow its link. You see the badge before you give anything.',
          'A poster: point the camera of the phone at the code.',
          'A card: open the page “I have a code” and copy the ten characters.',
        ],
      },
      {
        title: 'Finding a badge again',
        paragraphs: ['Your badges stay in your backpack, even if you change phones.'],
        points: [
          'Sign in with the address that received the badge. There is no password.',
          'You changed address? Add the new one in “My account”.',
          'You only have a card: keep it, it always opens the same page.',
        ],
      },
      {
        title: 'Showing a badge',
        paragraphs: ['A badge is private until you do something.'],
        points: [
          'Open the badge, then “Create a public page”. You get a link and a code to scan.',
          'The link works without an account. You can withdraw the page whenever you want.',
          'A screenshot proves nothing. Give the link or the file.',
        ],
      },
      {
        title: 'An error in a badge',
        paragraphs: [
          'Only the organisation that awarded the badge can correct or withdraw it. Its name is on the badge.',
        ],
        points: [],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'These pages must serve everybody, with or without a mouse, with or without script.',
    sections: [
      {
        title: 'What we check',
        paragraphs: ['These checks run at each change of the software.'],
        points: [
          'The pages of the journey pass the axe tool without a fault, light and dark.',
          'Everything works by keyboard. The frame around the active element always shows.',
          'At 320 points wide, nothing runs off the screen.',
          'Without script one can take, keep, show and check a badge.',
          'Shape and word tell the state, never colour alone.',
        ],
      },
      {
        title: 'What is not done',
        paragraphs: [
          'No complete audit was made by somebody from outside. So this site does not claim conformity.',
          'Reading by the people concerned remains to be done.',
        ],
        points: [],
      },
      {
        title: 'A page stops you',
        paragraphs: [
          'Write to the organisation that gave you the badge, or to the person who runs this site.',
        ],
        points: [],
      },
    ],
  },
  privacy: {
    title: 'Your data',
    lead: 'What this site keeps, why, and what you can do.',
    sections: [
      {
        title: 'You receive a badge',
        paragraphs: ['The organisation that awards it decides what is written in it.'],
        points: [
          'We keep your name, your address and the badge.',
          'Your address is not written in the badge, not even hidden.',
          'The badge is private. You alone decide to show it.',
          'You can decline it or delete it from your backpack.',
        ],
      },
      {
        title: 'You read or check a badge',
        paragraphs: ['No account, no tracking, no advertising.'],
        points: [
          'The file you check is not kept.',
          'The server log holds no name, no address, no badge.',
          'Cookies only serve to recognise you and to keep your language.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'You can see, correct and take away what concerns you. You can also have it erased.',
          'For the content of a badge, ask the organisation that awarded it. It keeps a record.',
          'A copy already given to somebody cannot be taken back.',
        ],
        points: [],
      },
    ],
  },
  rules: {
    title: 'How badges are read',
    lead: 'Two badges can look alike and not say the same thing. Here is how to read them.',
    natures: 'Six natures',
    naturesLead:
      'The silhouette tells the nature. None is worth more than another: they say different things.',
    states: 'Four answers',
    statesLead: 'Each check has an answer. The verdict is the worst one.',
    stateNames: {
      valid: 'Valid',
      invalid: 'Invalid',
      undetermined: 'Undetermined',
      'not-applicable': 'Not applicable',
    },
    stateTexts: {
      valid: 'The check was made, and it holds.',
      invalid: 'The check was made, and it fails. Do not rely on this badge.',
      undetermined: 'The check could not be made. Nothing is proven either way.',
      'not-applicable': 'This badge has nothing to check here.',
    },
    sections: [
      {
        title: 'What is checked',
        paragraphs: ['Eleven checks, always in the same order.'],
        points: [
          'The file holds one badge, and one only.',
          'Its fields have the form that the standard foresees.',
          'Its words all have a known meaning. No word escapes the signature.',
          'The signature is right. Nothing changed since.',
          'The key of the signature belongs to the issuer.',
          'The announced schema is respected.',
          'An announced update was read.',
          'The badge was not withdrawn.',
          'The dates are right.',
          'The person is the one you say, if you give their address.',
          'The endorsements that come with it are signed as well.',
        ],
      },
      {
        title: 'Ten facts',
        paragraphs: [
          'Anybody can check them on the page of the badge. They do not add up.',
          'To say “competency” takes facts 1, 2, 4, 5 and 6. A certification also takes facts 7, 8 and 9.',
          'What is missing reads “not stated”. That is not a “no”.',
        ],
        points: [
          '1. The criteria are published, and can be observed.',
          '2. The outcome is stated as an action in a situation.',
          '3. The badge is aligned to a framework.',
          '4. The person is assessed, and the type is stated.',
          '5. Somebody else assesses, and their role is stated.',
          '6. This badge carries evidence or an account of the facts.',
          '7. The grid was known before the assessment.',
          '8. The identity check is stated.',
          '9. The issuer is identified, and its quality assurance stated.',
          '10. A third party endorses this badge.',
        ],
      },
      {
        title: 'What we do not do',
        paragraphs: [
          'No mark, no ranking, no total. A badge states facts about a recognition.',
          'No computation judges a person.',
        ],
        points: [],
      },
      {
        title: 'Checking elsewhere',
        paragraphs: [
          'The badges follow the Open Badges 3.0 standard. Other software checks them without us.',
          'Download the badge, then give it to another verifier.',
        ],
        points: [],
      },
    ],
  },
}
