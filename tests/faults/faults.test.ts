import { expect, test } from 'vitest'
import { awardUnderFaults, canPullPlugs, type Dose } from './faults.ts'

const full = process.env.FAULTS === 'full'
const dose: Dose = full
  ? { rows: 2000, kills: 20, databaseKills: 1, seed: 20261123 }
  : { rows: 300, kills: 4, databaseKills: 1, seed: 20261123 }

test.skipIf(!canPullPlugs)(
  `${dose.rows} badges are awarded exactly once although processes and database are killed ${dose.kills + dose.databaseKills} times`,
  { timeout: 600_000 },
  async () => {
    const outcome = await awardUnderFaults(dose)
    console.log(JSON.stringify(outcome))
    expect(outcome.killed.worker + outcome.killed.web).toBe(dose.kills)
    expect(outcome.killed.database).toBe(dose.databaseKills)
    expect(outcome).toMatchObject({
      rows: dose.rows,
      awarded: dose.rows,
      signed: dose.rows,
      signedOnce: dose.rows,
      unsigned: 0,
      statusPlaces: dose.rows,
      entries: dose.rows,
      messages: dose.rows,
    })
    expect(outcome.validSample).toBe(outcome.sample)
  },
)
