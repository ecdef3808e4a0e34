import type { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import type { Storm } from './storm.ts'

export function noteStorm(sheet: TrialSheet, storm: Storm): void {
  const who = `${storm.clients} clients on ${storm.plans} plans`
  sheet.atMost(`${who}: all synced after`, storm.syncedMs / 1000, 45, 's')
  sheet.note(`${who}: half of them after`, `${(storm.halfMs / 1000).toFixed(1)} s`)
  sheet.note(`${who}: connections tried`, `${storm.tries}, sent away for now ${storm.turnedAway}`)
  sheet.atMost(`${who}: memory of the server`, storm.rssMost / 2 ** 20, 800, 'MiB')
  sheet.atMost(`${who}: slowest answer over HTTP`, storm.slowestHttpMs / 1000, 1, 's')
  sheet.atMost(`${who}: event loop stood still for`, storm.blockedMs, 100, 'ms')
}
