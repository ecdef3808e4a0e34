import type { SystemName } from '../load/dialect.ts'
import type { Figure } from '../report.ts'

/** How much is to be measured. */
export interface Plan {
  runs: number
  seconds: number
  minutes: number
  systems: readonly SystemName[]
  phases: readonly string[]
  profile: boolean
}

export interface Measured {
  figures: Figure[]
  /** Everything that the figures were made of. */
  raw: unknown
}
