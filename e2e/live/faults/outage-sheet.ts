import type { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import type { Outage } from './database-stage.ts'

/** Writes down what an outage did, beside what it may do. */
export function noteOutage(sheet: TrialSheet, what: string, outage: Outage): void {
  const { notSavedMs } = outage
  if (notSavedMs !== null)
    sheet.atMost(`${what}: the screen says not saved after`, notSavedMs / 1000, 3, 's')
  sheet.atMost(`${what}: first saved again after its end`, outage.firstDecidedMs / 1000, 10, 's')
  sheet.atMost(`${what}: all saved after`, outage.settledMs / 1000, 15, 's')
  sheet.atMost(`${what}: memory grew by`, outage.rssGrowth / 2 ** 20, 64, 'MiB')
  sheet.atMost(`${what}: event loop stood still for`, outage.blockedMs, 100, 'ms')
  sheet.note(`${what}: writes`, `${outage.writes}, none called saved was lost`)
}
