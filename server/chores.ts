import { Chore } from './chore.ts'
import { forgetActs } from './data/advice/forget-acts.ts'
import type { Database } from './db/database.ts'
import { report } from './diagnostics.ts'
import { systemClock } from './log/clock.ts'
import type { HouseReaders } from './log/house-readers.ts'
import { tendRestedPlans } from './notices/tend-rested-plans.ts'
import { countDue } from './records/count-due.ts'
import { CountTroubles } from './records/count-troubles.ts'

/** Nobody must have changed the plan for so many seconds before people are told; they wait at most so many. */
const quiet = { quiet: 10, atMost: 60 } as const
const figuresAge = { rest: 5, atMost: 30, oldest: 300 } as const

/** Everything that this node does by itself, begun; more nodes may do the same. */
export function openChores(database: Database, readers: HouseReaders): Chore[] {
  const clock = systemClock
  const troubles = new CountTroubles((error) => report('figures', error))
  return [
    new Chore({
      clock,
      everyMs: 5_000,
      work: () => tendRestedPlans(database, readers, clock.now(), quiet),
      report: (error) => report('notices', error),
    }),
    new Chore({
      clock,
      everyMs: 3_600_000,
      work: () => forgetActs(database),
      report: (error) => report('acts', error),
    }),
    new Chore({
      clock,
      everyMs: 5_000,
      work: () => countDue({ database, readers, troubles }, clock.now(), figuresAge),
      report: (error) => report('figures', error),
    }),
  ].map((chore) => chore.open())
}
