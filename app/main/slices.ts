import { neighbourMount } from '../demo/neighbour-mount.ts'
import { accountsStep } from '../domains/accounts/index.ts'
import { accountsMount } from '../domains/accounts/mount.tsx'
import { achievementsMeaningStep, achievementsStep } from '../domains/achievements/index.ts'
import { achievementsMount } from '../domains/achievements/mount.tsx'
import { backpackStep, publicBadgeBytes } from '../domains/backpack/index.ts'
import { backpackMount } from '../domains/backpack/mount.tsx'
import { claimsStep } from '../domains/claims/index.ts'
import { claimsMount } from '../domains/claims/mount.tsx'
import { besideAchievement, directoryStep, harvestStep } from '../domains/directory/index.ts'
import { directoryMount, type HarvestOptions, harvestMount } from '../domains/directory/mount.tsx'
import { frameworksStep } from '../domains/frameworks/index.ts'
import { frameworksMount } from '../domains/frameworks/mount.tsx'
import { issuingStep } from '../domains/issuing/index.ts'
import { issuingMount } from '../domains/issuing/mount.tsx'
import { networksStep, organisationsStep } from '../domains/organisations/index.ts'
import { organisationsMount } from '../domains/organisations/mount.tsx'
import { territoriesStep, territoryAreasStep } from '../domains/territories/index.ts'
import { verificationMount } from '../domains/verification/mount.tsx'
import type { Config } from '../infra/config.ts'
import type { Mount } from '../infra/http/index.ts'
import { deliverMail, mailStep } from '../infra/mail/index.ts'
import type { Step } from '../infra/migrate.ts'
import { siteMount } from '../site/mount.tsx'

export interface SliceOptions {
  /** Messages are kept and shown at /outbox. */
  outbox: boolean
  trial: boolean
  vcApi: boolean
  /** The master secret: the worker's composition alone has it. */
  secret?: string | undefined
  /** How the directory reads other people's badges, where it is not as usual. */
  harvest?: Omit<HarvestOptions, 'trial'> | undefined
}

export const sliceOptions = (config: Config): SliceOptions => ({
  outbox: config.trial && config.smtpUrl === undefined,
  trial: config.trial,
  vcApi: config.vcApi,
})

/** The schema, in order: each slice owns its step. */
export const steps: Step[] = [
  mailStep,
  territoriesStep,
  accountsStep,
  organisationsStep,
  achievementsStep,
  issuingStep,
  claimsStep,
  backpackStep,
  territoryAreasStep,
  frameworksStep,
  achievementsMeaningStep,
  networksStep,
  directoryStep,
  harvestStep,
]

/** What runs: one line a slice, bottom to top. */
export function mounts(options: SliceOptions): Mount[] {
  return [
    { name: 'mail', jobs: [deliverMail] },
    accountsMount(options),
    organisationsMount,
    frameworksMount,
    achievementsMount({ beside: besideAchievement }),
    issuingMount({ secret: options.secret }),
    verificationMount({ vcApi: options.vcApi, readLocal: publicBadgeBytes }),
    claimsMount,
    backpackMount,
    directoryMount,
    harvestMount({ trial: options.trial, ...options.harvest }),
    neighbourMount,
    siteMount(options),
  ]
}
