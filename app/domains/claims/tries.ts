import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse } from '../../infra/refusal.ts'
import { claimsRefusals } from './errors.ts'
import { triesPerHour, triesPerMinute } from './rules.ts'

/**
 * Counts tries of codes that do not exist. A code that exists costs nothing, and a slip of one sign does not
 * pass the check character: a whole class behind one address is not slowed down, a guesser is.
 */
export class Tries {
  private readonly visitor = new RateLimiterMemory({ points: triesPerMinute, duration: 60 })
  private readonly everybody = new RateLimiterMemory({ points: triesPerHour, duration: 3600 })

  /** Refused while this visitor, or everybody together, has tried too much. */
  async check(visitor: string): Promise<void> {
    const own = await this.visitor.get(visitor)
    const all = await this.everybody.get('all')
    if ((own !== null && own.remainingPoints <= 0) || (all !== null && all.remainingPoints <= 0))
      throw refuse(claimsRefusals.tooManyTries)
  }

  async count(visitor: string): Promise<void> {
    await this.visitor.penalty(visitor)
    await this.everybody.penalty('all')
  }
}
