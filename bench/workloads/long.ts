// Ten minutes of 1,500 people at 500 plans: nothing may be lost, nothing may grow.
import { loadPlan } from '../../server/log/load-plan.ts'
import { openDatabase } from '../../server/db/database.ts'
import * as Y from 'yjs'
import type { BenchCluster } from '../world/cluster.ts'
import { openSession, type PhaseResult } from './typing.ts'

export interface LongResult extends PhaseResult {
  sent: number
  /** Edits whose author's clock the database does not reach. */
  lostInDatabase: number
  /** Edits that the document of somebody else in the plan does not have. */
  lostOnScreens: number
  /** Resident memory each half minute, in MB. */
  rss: number[]
}

export async function long(cluster: BenchCluster, minutes: number): Promise<LongResult> {
  const team = { plans: 500, clientsPerPlan: 3 }
  const edits = 350 / (team.plans * team.clientsPerPlan)
  const seconds = minutes * 60
  const session = await openSession('ours', cluster, team, 10 + edits * (seconds + 30), () => 1)
  const rss: number[] = []
  const watch = setInterval(() => {
    void session.running.read().then((reading) => rss.push(reading.rss / 1e6))
  }, 30_000)
  const phase = { name: 'long', edits, presence: 0.2, warm: 10, measured: seconds }
  const result = await session.measure(phase)
  clearInterval(watch)
  await session.settle()
  const { clients } = session.crowd
  const lostOnScreens = clients.filter(({ doc, seat }) => {
    if (!doc) return false
    const others = clients.filter((other) => other.seat.room === seat.room)
    return others.some((other) => Y.getState(doc.store, other.seat.clientId) < other.ownClock)
  }).length
  const database = openDatabase(session.databaseUrl)
  let lostInDatabase = 0
  for (const plan of session.plans) {
    const { doc } = await loadPlan(database.pool, plan.planId)
    for (const { seat, ownClock } of clients) {
      if (seat.room === plan.room && Y.getState(doc.store, seat.clientId) < ownClock) {
        lostInDatabase += 1
      }
    }
  }
  await database.close()
  const sent = clients.reduce((sum, client) => sum + client.editsSent, 0)
  await session.end()
  return { ...result, sent, lostInDatabase, lostOnScreens, rss }
}
