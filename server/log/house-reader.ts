import type { PlanReader } from './plan-reader.ts'

// Next bundles what pages import and would lose the thread's code; so the house's entry opens the reader and leaves it
// here, where the pages of the same process find it.
const held = globalThis as typeof globalThis & { banViecPlanReader?: PlanReader | undefined }

/** The process's one reader of committed plans. Throws when nobody opened one. */
export function planReader(): PlanReader {
  if (!held.banViecPlanReader) throw new Error('log: nobody opened a reader of plans')
  return held.banViecPlanReader
}

/** Makes this the process's reader; with null there is none any more. */
export function lendPlanReader(reader: PlanReader | null): void {
  held.banViecPlanReader = reader ?? undefined
}
