// The same number of updates a second, spread over few plans or many; and more and more people around each.
import type { Figure } from '../report.ts'
import { openSession, type PhaseResult } from '../workloads/typing.ts'
import type { Team } from '../workloads/crowd.ts'
import type { BenchCluster } from '../world/cluster.ts'
import type { Measured, Plan } from './measured.ts'

const morePlans = [10, 50, 200, 500].map((plans) => ({ plans, clientsPerPlan: 5, perSecond: 500 }))
const morePeople = [2, 10, 30, 100].map((clientsPerPlan) => ({ plans: 10, clientsPerPlan, perSecond: 200 }))

export async function measureScaling(cluster: BenchCluster, plan: Plan): Promise<Measured> {
  // Alone, another system can be put to it too: what grows there grows with sockets, whoever serves them.
  const [first = 'ours', ...others] = plan.systems
  const system = others.length === 0 ? first : 'ours'
  const raw: (Team & PhaseResult)[] = []
  const figures: Figure[] = []
  for (const { perSecond, ...team } of [...morePlans, ...morePeople]) {
    const edits = perSecond / (team.plans * team.clientsPerPlan)
    const session = await openSession(system, cluster, team, edits * (2 * plan.seconds + 12) + 5)
    await session.measure({ name: 'warm', edits, presence: 0, warm: 0, measured: 6 })
    const phase = { name: 'scaling', edits, presence: 0, warm: 0, measured: 2 * plan.seconds }
    const result = await session.measure(phase)
    await session.end()
    raw.push({ ...team, ...result })
    const workload = `${system === 'ours' ? '' : `${system}, `}${team.plans} plans x ${team.clientsPerPlan} clients, ${perSecond} updates/s`
    const figure = 'CPU of the sync process per update'
    figures.push({ workload, figure, unit: 'µs', ours: result.cpuPerUpdate ?? Number.NaN, goals: [] })
    process.stderr.write(`  ${workload}: ${(result.cpuPerUpdate ?? 0).toFixed(0)} µs, ${result.framesPerUpdate.toFixed(1)} frames\n`)
  }
  return { figures, raw }
}
