import { HistoryReader } from './history-reader.ts'
import { type HouseReaders, lendReaders } from './house-readers.ts'
import { PlanReader } from './plan-reader.ts'

/** Opens the readers of committed plans and leaves them to the pages; `close` takes them back. */
export function openReaders(): HouseReaders & { close(): Promise<void> } {
  const readers = { plans: new PlanReader(), history: new HistoryReader() }
  lendReaders(readers)
  return {
    ...readers,
    close: async () => {
      lendReaders(null)
      await Promise.all([readers.plans.close(), readers.history.close()])
    },
  }
}
