// 500 clients on 50 plans: the three systems take turns within each run, so that a noise hits all alike.
import type { SystemName } from '../load/dialect.ts'
import { type Figure, type Goal, median } from '../report.ts'
import { openSession, type Phase, type PhaseResult, type Session } from '../workloads/typing.ts'
import type { BenchCluster } from '../world/cluster.ts'
import type { Measured, Plan } from './measured.ts'

const team = { plans: 50, clientsPerPlan: 10 }
const turns = 2
const warmUp = { name: 'warm', edits: 4, presence: 1, warm: 0, measured: 8 }

type Results = Map<SystemName, PhaseResult[]>

export async function measureWork(cluster: BenchCluster, plan: Plan): Promise<Measured> {
  const phases = [
    { name: '2/s', edits: 2, presence: 0, warm: 1, measured: plan.seconds },
    { name: '4/s', edits: 4, presence: 0, warm: 1, measured: plan.seconds },
    { name: 'presence', edits: 0, presence: 1, warm: 1.5, measured: plan.seconds },
  ].filter((phase) => plan.phases.includes(phase.name))
  const byPhase = new Map<string, Results>(phases.map(({ name }) => [name, new Map()]))
  for (let run = 0; run < plan.runs; run += 1) await measureRun(cluster, plan, phases, byPhase)
  const figures = [...byPhase].flatMap(([name, results]) =>
    name === 'presence' ? presenceFigures(results) : typingFigures(name, results),
  )
  const raw = Object.fromEntries([...byPhase].map(([name, results]) => [name, Object.fromEntries(results)]))
  return { figures, raw }
}

async function measureRun(
  cluster: BenchCluster,
  plan: Plan,
  phases: readonly Phase[],
  byPhase: ReadonlyMap<string, Results>,
): Promise<void> {
  const sessions: Session[] = []
  const edits = phases.reduce((sum, phase) => sum + turns * phase.edits * (plan.seconds + 3), 50)
  for (const system of plan.systems) {
    const session = await openSession(system, cluster, team, edits)
    sessions.push(session)
    await session.measure(warmUp)
  }
  if (plan.profile) for (const { running } of sessions) await running.read('profile')
  for (const phase of phases) {
    for (let turn = 0; turn < turns; turn += 1) {
      for (const session of turn % 2 === 0 ? sessions : sessions.toReversed()) {
        const result = await session.measure(phase)
        const results = byPhase.get(phase.name)
        results?.set(session.system, [...(results.get(session.system) ?? []), result])
        note(session.system, phase.name, result)
      }
    }
  }
  if (plan.profile) for (const { running } of sessions) await running.read('profile')
  for (const session of sessions) await session.end()
}

/** One line per window, for whoever waits. */
function note(system: SystemName, phase: string, result: PhaseResult): void {
  const cpu = result.cpuPerUpdate ?? result.cpuPerState ?? 0
  const { seen, saved, framesPerUpdate, databaseCpu, seconds } = result
  process.stderr.write(
    `  ${phase} ${system}: ${cpu.toFixed(1)} µs, ${framesPerUpdate.toFixed(1)} frames, seen ${seen.p50.toFixed(1)} ${seen.p99.toFixed(1)}, saved ${saved.p95.toFixed(1)} ${saved.p99.toFixed(1)}, db ${(databaseCpu / seconds / 1000).toFixed(0)} ms/s\n`,
  )
}

function typingFigures(rate: string, results: Results): Figure[] {
  const workload = `500 clients, 50 plans, ${rate}`
  const figure = (name: string, unit: string, pick: Pick, goals: Goal[] = []): Figure => ({
    ...across(results, pick),
    workload,
    figure: name,
    unit,
    goals,
  })
  const cpuGoals: Goal[] = [{ of: 'hocuspocus', most: 0.75 }]
  if (rate === '4/s') cpuGoals.push({ of: 'relay', most: 1.4 })
  return [
    figure('CPU of the sync process per update', 'µs', (r) => r.cpuPerUpdate, cpuGoals),
    figure('CPU of the database per update', 'µs', (r) => r.databaseCpuPerUpdate),
    figure('propagation p50', 'ms', (r) => r.seen.p50),
    figure('propagation p99', 'ms', (r) => r.seen.p99, [{ of: 'ours', most: 20 }]),
    figure('edit to saved p95', 'ms', (r) => r.saved.p95, [{ of: 'ours', most: 30 }]),
    figure('edit to saved p99', 'ms', (r) => r.saved.p99, [{ of: 'ours', most: 100 }]),
    figure('messages per update', 'count', (r) => r.framesPerUpdate),
    figure('event loop late p99', 'ms', (r) => r.loopP99),
  ]
}

function presenceFigures(results: Results): Figure[] {
  return [
    {
      ...across(results, (r) => r.cpuPerState),
      workload: '500 clients, 50 plans, presence 1/s',
      figure: 'CPU per delivered presence state',
      unit: 'µs',
      goals: [
        { of: 'hocuspocus', most: 0.5 },
        { of: 'relay', most: 1 },
      ],
    },
  ]
}

type Pick = (result: PhaseResult) => number | null

function across(results: Results, pick: Pick): Values {
  const of = (system: SystemName) => {
    const all = (results.get(system) ?? []).map(pick).filter((value) => value !== null)
    const real = all.filter((value) => !Number.isNaN(value))
    return real.length > 0 ? median(real) : undefined
  }
  const [hocuspocus, relay] = [of('hocuspocus'), of('relay')]
  return {
    ours: of('ours') ?? Number.NaN,
    ...(hocuspocus !== undefined && { hocuspocus }),
    ...(relay !== undefined && { relay }),
  }
}

interface Values {
  ours: number
  hocuspocus?: number
  relay?: number
}
