// Everyone of a large meeting opens the same large plan at once.
import type { SystemName } from '../load/dialect.ts'
import { LoadClient } from '../load/load-client.ts'
import { startSystem } from '../systems/start-system.ts'
import { basePlan, encodeBasePlan } from '../world/base-plan.ts'
import type { BenchCluster } from '../world/cluster.ts'
import { encodeLargePlan } from '../world/large-plan.ts'
import { seed } from '../world/seed.ts'
import { percentiles, wait } from './typing.ts'

export interface StormResult {
  planMb: number
  /** Milliseconds from the first connect until 99 of 100, and until all, have the whole plan. */
  p99: number
  all: number
  /** Resident memory above what it was with the plan open, at its highest. */
  peakMb: number
}

const large = encodeLargePlan(encodeBasePlan())

export async function storm(
  system: SystemName,
  cluster: BenchCluster,
  joiners: number,
): Promise<StormResult> {
  const database = await cluster.create()
  const writers = [basePlan.clientId, ...large.writers]
  const [plan] = await seed(database.url, {
    plans: 1,
    clientsPerPlan: joiners + 1,
    base: large.base,
    writers,
  })
  if (!plan) throw new Error('bench: no plan')
  const env = { BENCH_PREPARED_BYTES: String(large.base.byteLength) }
  const running = await startSystem(system, { databaseUrl: database.url, env })
  const open = (cookie: string, number: number) =>
    new LoadClient({
      system,
      port: running.port,
      room: plan.room,
      cookie,
      base: null,
      clientId: 1_000_000 + number,
      from: `127.0.0.${2 + (number % 200)}`,
      isProbe: false,
    })
  const [firstCookie = '', ...cookies] = plan.cookies
  const first = open(firstCookie, 0)
  await first.synced
  await wait(1)
  const before = await running.read('collect')
  running.resetPeak()
  const began = performance.now()
  const clients = cookies.map((cookie, at) => open(cookie, at + 1))
  await Promise.all(clients.map((client) => client.synced))
  await wait(0.2)
  const took = percentiles(clients.map((client) => client.syncedAt - began))
  const peakMb = (running.peak() - before.rss) / 1e6
  for (const client of [first, ...clients]) client.close()
  await running.stop()
  await database.drop()
  return { planMb: large.base.byteLength / 1e6, p99: took.p99, all: took.max, peakMb }
}
