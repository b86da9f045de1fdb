import type { Facts, Nature, OpenPart } from '../../domains/achievements/index.ts'
import { savoirEtreAlignment } from '../../domains/frameworks/index.ts'

/** One badge of the demo: who makes it, what it says, who receives it. */
export interface DemoAchievement {
  key: string
  organisation: string
  facts: Partial<Facts> & { nature: Nature; name: string; action: string }
  /** Key of the narratives of its awards; without one the award carries none. */
  narratives?: string
  /** Offered to the members of the network, who may write these parts themselves. */
  offered?: OpenPart[]
  /** The model that it follows, by its key. */
  follows?: string
  /** How many people receive it, from which place. */
  awards: { count: number; place: 'normandie' | 'dijon' | 'all'; start: number }
}

export const observed = (note: string): Facts['assessment'] => ({ kind: 'observation', note })
export const assessor = (role: string): Facts['assessor'] => ({ role, independent: true })
export const rome = (code: string) => [savoirEtreAlignment(code)].filter((one) => one !== undefined)
