import type { SameWords } from '../infra/i18n.ts'
import type { fr } from './words.fr.ts'

export const en: SameWords<typeof fr> = {
  name: 'Insigne',
  skip: 'Go to content',
  menu: 'Menu',
  mainMenu: 'Main',
  footMenu: 'About',
  free: 'Insigne is free software.',
  demoNotice: 'Trial: the people and organisations shown here are fictitious.',
  nav: {
    verify: 'Check a badge',
    understand: 'Understand',
    code: 'I have a code',
    space: 'My space',
    signIn: 'Sign in',
    backpack: 'My badges',
    account: 'My account',
    signOut: 'Sign out',
    models: 'Badges we make',
    awards: 'Awards',
    members: 'Team',
    help: 'Help',
    accessibility: 'Accessibility',
    privacy: 'Your data',
    rules: 'How badges are read',
    otherLanguage: 'Français',
  },
  natures: {
    participation: { name: 'Participation', says: 'The person was there.' },
    engagement: { name: 'Commitment', says: 'They held a role or kept a commitment.' },
    realisation: { name: 'Achievement', says: 'They made or did something.' },
    competence: { name: 'Competency', says: 'They can act in such situations, and it was assessed.' },
    certification: {
      name: 'Network certification',
      says: 'A network certifies with its own grid. The State does not register it.',
    },
    registered: {
      name: 'Registered certification',
      says: 'It carries a number of the French registers, RNCP or RS.',
    },
  },
  home: {
    title: 'Read a badge, and see what it stands on.',
    lead: 'A digital badge says what a person did or can do. Insigne serves to make it, to award it and to check it. Reading a badge asks for no account.',
    description: 'Make, award and check badges whose meaning is clear. Free software, no account to read.',
    verify: 'Check a badge',
    verifyHint: 'Paste a link or a code.',
    verifyFile: 'Choose a picture or a file',
    go: 'Check',
    shape: 'The shape tells the nature of the badge, never its worth.',
    natures: 'The six natures of badges',
    have: 'I have a badge',
    takeCode: 'Take it with my code',
    keep: 'Find my backpack again',
    show: 'Know what a badge shows',
    recognise: 'I recognise skills',
    create: 'Make a badge',
    award: 'Award a badge to a group',
    organisation: 'Register my organisation',
    examples: 'Two badges, one name',
    examplesAside: 'What reading changes',
    places: 'Where badges are awarded',
  },
  space: {
    title: 'My space',
    badges: 'My badges',
    badgeCount: (kept, waiting) => {
      const has =
        kept === 0
          ? 'Your backpack is empty.'
          : kept === 1
            ? 'You have one badge.'
            : `You have ${kept} badges.`
      if (waiting === 0) return has
      return `${has} ${waiting === 1 ? 'One badge awaits you.' : `${waiting} badges await you.`}`
    },
    badgesLink: 'Open my backpack',
    organisations: 'My organisations',
    none: 'You belong to no organisation yet.',
    noneHint: 'An organisation makes badges and awards them.',
    create: 'Register an organisation',
    role: (role) => `Your role: ${role}`,
    open: 'Open',
    operator: 'In charge of the installation',
    outbox: 'Kept messages',
  },
  outbox: {
    title: 'Kept messages',
    lead: 'No mail server is set. Messages stay here instead of leaving.',
    to: (address) => `To ${address}`,
    empty: 'No message for now.',
    emptyHint: 'Ask for a sign-in link or award a badge: the message will be here.',
    filter: 'Address',
    search: 'Search',
    link: 'Follow the link of the message',
    full: 'Read the whole message',
  },
  error: {
    titles: {
      404: 'This page is not here',
      410: 'This page is no longer here',
      403: 'This action is not open',
      429: 'One moment',
      503: 'The service is away for a moment',
      500: 'We made an error',
      other: 'The request did not go through',
    },
    bug: 'You did nothing wrong. The error is recorded, with the number below.',
    reference: 'Request number',
    home: 'Go to the front page',
    back: 'Go back to the previous page',
  },
  territory: {
    title: (name) => `Badges awarded in ${name}`,
    lead: 'The organisations of this territory and the badges they publish.',
    organisations: 'Organisations',
    models: (count) => (count > 1 ? `${count} badges published` : `${count} badge published`),
    none: 'No organisation is registered here yet.',
  },
}
