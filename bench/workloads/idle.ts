// Many people have a plan open and do nothing: what a connection weighs.
import type { SystemName } from '../load/dialect.ts'
import { startSystem } from '../systems/start-system.ts'
import { encodeBasePlan } from '../world/base-plan.ts'
import type { BenchCluster } from '../world/cluster.ts'
import { seed } from '../world/seed.ts'
import { gather, type Team } from './crowd.ts'
import { wait } from './typing.ts'

export interface IdleResult {
  /** Bytes per client of JavaScript's heap and buffers, and of resident memory, after collecting garbage. */
  heapPerClient: number
  rssPerClient: number
  /** Milliseconds of CPU per second for all of them. */
  cpuPerSecond: number
}

/** Longer than any of the systems keeps what is only for newcomers, such as our 10 s for the first frame. */
const settleSeconds = 12

export async function idle(
  system: SystemName,
  cluster: BenchCluster,
  team: Team,
  takesSnapshots: boolean,
): Promise<IdleResult> {
  const database = await cluster.create()
  const base = encodeBasePlan()
  const plans = await seed(database.url, { ...team, base })
  const running = await startSystem(system, { databaseUrl: database.url })
  const none = () => 0
  // The plans themselves are loaded before anything is weighed.
  const hosts = plans.map((plan) => ({ ...plan, cookies: plan.cookies.slice(0, 1) }))
  const guests = plans.map((plan) => ({ ...plan, cookies: plan.cookies.slice(1) }))
  const early = await gather(system, running.port, hosts, base, none)
  // Once in vain: code that is compiled and buffers that are kept for the next ones weigh on nobody in particular.
  ;(await gather(system, running.port, guests, base, none)).close()
  await wait(settleSeconds)
  const before = await running.read('collect')
  if (takesSnapshots) await running.read('snapshot')
  const crowd = await gather(system, running.port, guests, base, none)
  await wait(settleSeconds)
  const after = await running.read('collect')
  if (takesSnapshots) await running.read('snapshot')
  const began = performance.now()
  await wait(5)
  const later = await running.read()
  const seconds = (performance.now() - began) / 1000
  const count = crowd.clients.length
  early.close()
  crowd.close()
  await running.stop()
  await database.drop()
  return {
    heapPerClient: (after.heap - before.heap) / count,
    rssPerClient: (after.rss - before.rss) / count,
    cpuPerSecond: (later.cpu - after.cpu) / 1000 / seconds,
  }
}
