import type { Break } from './break.ts'
import { breaksOfAdvice } from './breaks-of-advice.ts'
import { breaksOfFinalising } from './breaks-of-finalising.ts'
import { breaksOfGate } from './breaks-of-gate.ts'
import { breaksOfLog } from './breaks-of-log.ts'
import { breaksOfRights } from './breaks-of-rights.ts'
import { breaksOfSaving } from './breaks-of-saving.ts'

/** Every deliberate mistake that our tests must notice. */
export const allBreaks: readonly Break[] = [
  ...breaksOfSaving,
  ...breaksOfAdvice,
  ...breaksOfRights,
  ...breaksOfGate,
  ...breaksOfLog,
  ...breaksOfFinalising,
]
