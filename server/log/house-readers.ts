import type { HistoryReader } from './history-reader.ts'
import type { PlanReader } from './plan-reader.ts'

/** What reads committed plans for the pages of this process, each in a thread of its own. */
export interface HouseReaders {
  plans: PlanReader
  history: HistoryReader
}

// Next bundles what pages import and would lose the threads' code; so the house's entry opens the readers and leaves
// them here, where the pages of the same process find them.
const held = globalThis as typeof globalThis & { banViecReaders?: HouseReaders | undefined }

/** Throws when nobody opened them. */
export function houseReaders(): HouseReaders {
  if (!held.banViecReaders) throw new Error('log: nobody opened the readers of plans')
  return held.banViecReaders
}

/** Makes these the process's readers; with null there are none any more. */
export function lendReaders(readers: HouseReaders | null): void {
  held.banViecReaders = readers ?? undefined
}
