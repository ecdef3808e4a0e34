// People at work in many plans at once: what one update costs, and how soon it is seen and saved.
import { type Encoder, encode, writeVarString, writeVarUint } from 'lib0/encoding'
import type { SystemName } from '../load/dialect.ts'
import { makeEdits } from '../load/edits.ts'
import type { LoadClient } from '../load/load-client.ts'
import { pace } from '../load/pacer.ts'
import { type RunningSystem, startSystem } from '../systems/start-system.ts'
import type { BenchCluster } from '../world/cluster.ts'
import { encodeBasePlan } from '../world/base-plan.ts'
import { type SeededPlan, seed } from '../world/seed.ts'
import { type Crowd, gather, type Team } from './crowd.ts'

export interface Phase {
  name: string
  /** Updates per second and client. */
  edits: number
  /** Presence states per second and client. */
  presence: number
  /** Seconds: at work before measuring, and measured. */
  warm: number
  measured: number
}

export interface PhaseResult {
  updates: number
  states: number
  /** Microseconds of CPU of the sync process. */
  cpu: number
  systemCpu: number
  databaseCpu: number
  /** Wall seconds. */
  seconds: number
  cpuPerUpdate: number | null
  cpuPerState: number | null
  databaseCpuPerUpdate: number | null
  seen: Percentiles
  saved: Percentiles
  rssMb: number
  loopP99: number
  /** Messages with updates that clients got, per update that was sent. */
  framesPerUpdate: number
}

export interface Percentiles {
  p50: number
  p95: number
  p99: number
  max: number
}

/** One system with its crowd, ready to be measured again and again. */
export interface Session {
  readonly system: SystemName
  readonly running: RunningSystem
  readonly crowd: Crowd
  readonly plans: readonly SeededPlan[]
  readonly databaseUrl: string
  measure(phase: Phase): Promise<PhaseResult>
  /** Waits until nothing is on its way; throws when something stays unsaved. */
  settle(): Promise<void>
  /** Verifies that what was typed is the same everywhere, and ends. */
  end(): Promise<void>
}

export async function openSession(
  system: SystemName,
  cluster: BenchCluster,
  team: Team,
  editsPerClient: number,
  probes?: (plan: number) => number,
): Promise<Session> {
  const database = await cluster.create()
  const base = encodeBasePlan()
  const plans = await seed(database.url, { ...team, base })
  const running = await startSystem(system, { databaseUrl: database.url })
  const crowd = await gather(system, running.port, plans, base, probes)
  crowd.clients.forEach((client, at) => {
    client.prepare(makeEdits(base, client.seat.clientId, at % team.clientsPerPlan, editsPerClient))
  })
  return {
    system,
    running,
    crowd,
    plans,
    databaseUrl: database.url,
    measure: (phase) => measure(crowd, running, cluster, phase),
    settle: () => settle(crowd),
    async end() {
      await settle(crowd)
      crowd.verify()
      crowd.close()
      await running.stop()
      await database.drop()
    },
  }
}

async function measure(
  crowd: Crowd,
  running: RunningSystem,
  cluster: BenchCluster,
  phase: Phase,
): Promise<PhaseResult> {
  const stops: (() => void)[] = []
  let edits = 0
  if (phase.edits > 0) {
    stops.push(
      pace(crowd.clients, phase.edits, (client) => {
        if (client.edit()) edits += 1
        else throw new Error('bench: not enough edits were prepared')
      }),
    )
  }
  if (phase.presence > 0) {
    stops.push(pace(crowd.clients, phase.presence, (client) => client.showPresence(stateOf(client))))
  }
  await wait(phase.warm)
  crowd.forget()
  const before = await running.read()
  const databaseBefore = cluster.cpu()
  const began = performance.now()
  edits = 0
  await wait(phase.measured)
  const updates = edits
  const after = await running.read()
  const databaseCpu = cluster.cpu() - databaseBefore
  const seconds = (performance.now() - began) / 1000
  const cpu = after.cpu - before.cpu
  const states = crowd.clients.reduce((sum, client) => sum + client.statesHeard, 0)
  const frames = crowd.clients.reduce((sum, client) => sum + client.updatesHeard, 0)
  for (const stop of stops) stop()
  // What is still on its way belongs to nobody else's window.
  await wait(0.3)
  const per = (amount: number, count: number) => (count > 0 ? amount / count : null)
  return {
    updates,
    states,
    cpu,
    systemCpu: after.system - before.system,
    databaseCpu,
    seconds,
    cpuPerUpdate: per(cpu, updates),
    cpuPerState: phase.edits > 0 ? null : per(cpu, states),
    databaseCpuPerUpdate: per(databaseCpu, updates),
    seen: percentiles(crowd.seenAfter),
    saved: percentiles(crowd.clients.flatMap((client) => client.savedAfter)),
    rssMb: after.rss / 1e6,
    loopP99: after.loopP99,
    framesPerUpdate: per(frames, updates) ?? 0,
  }
}

async function settle(crowd: Crowd): Promise<void> {
  const unsaved = () => crowd.clients.reduce((sum, client) => sum + client.editsUnsaved, 0)
  for (let look = 0; look < 100 && unsaved() > 0; look += 1) await wait(0.1)
  await wait(0.5)
  if (unsaved() > 0) throw new Error(`bench: ${unsaved()} edits stay unsaved`)
}

function stateOf(client: LoadClient): (clock: number) => Uint8Array {
  return (clock) =>
    encode((encoder: Encoder) => {
      writeVarUint(encoder, 1)
      writeVarUint(encoder, client.seat.clientId)
      writeVarUint(encoder, clock)
      writeVarString(
        encoder,
        JSON.stringify({
          user: { name: 'Lò Văn Thử', colour: 1 },
          cursor: { anchor: { type: null, tname: 'focus', item: { client: 7, clock }, assoc: 0 } },
          open: 'task-3',
        }),
      )
    })
}

export function percentiles(all: readonly number[]): Percentiles {
  const sorted = Float64Array.from(all).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
