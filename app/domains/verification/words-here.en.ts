import type { SameWords } from '../../infra/i18n.ts'
import type { here as fr } from './words-here.fr.ts'

export const here: SameWords<typeof fr> = {
  button: 'Verify on this device, sending nothing',
  meaning:
    'Your browser reads the file and checks it by itself: the file goes nowhere. What needs another site to be asked stays “undetermined”.',
  messages: {
    loading: 'The verifier is loading.',
    working: 'Verifying on this device.',
    done: 'Verification finished. Nothing was sent.',
    noFile: 'First choose a file, just above.',
    tooLarge: 'This file is larger than 2 MiB. A badge is lighter: choose another file.',
    unreadable: 'This file could not be read. Choose it again, or try a copy.',
    notLoaded:
      'The verifier could not be loaded. Check your connection, then try again. Your file is still chosen.',
    tooLong:
      'This file takes more than ten seconds. Use “Verify”, which sends it to this site. Your file is still chosen.',
    unable: 'This browser cannot check a signature here. Use “Verify”, which sends the file to this site.',
    crashed: 'The verifier stopped. Try again, or use “Verify”, which sends the file to this site.',
  },
  kept: 'Verified on this device, by its clock. Nothing was sent.',
  pending: 'Other sites remain to be asked',
  missing: (checks: string) => `Without the network, these checks are not made: ${checks}.`,
  sends: 'To make them, the file will be sent to this site, which does not keep it.',
  complete: 'Complete online',
}
