import type { Check } from '../finding.ts'
import type { FactCode } from '../model.ts'
import { action } from './action.ts'
import { alignment } from './alignment.ts'
import { assessment } from './assessment.ts'
import { assessor } from './assessor.ts'
import { criteria } from './criteria.ts'
import { endorsement } from './endorsement.ts'
import { evidence } from './evidence.ts'
import { grid } from './grid.ts'
import { identity } from './identity.ts'
import { quality } from './quality.ts'

/** The ten, by what they look at. */
export const checks: Readonly<Record<FactCode, Check>> = {
  criteria,
  action,
  alignment,
  assessment,
  assessor,
  evidence,
  grid,
  identity,
  quality,
  endorsement,
}
