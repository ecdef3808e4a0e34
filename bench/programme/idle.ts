import { type Figure, median } from '../report.ts'
import { type IdleResult, idle } from '../workloads/idle.ts'
import type { BenchCluster } from '../world/cluster.ts'
import type { Measured, Plan } from './measured.ts'

const team = { plans: 200, clientsPerPlan: 10 }

export async function measureIdle(cluster: BenchCluster, plan: Plan): Promise<Measured> {
  const raw: Record<string, IdleResult[]> = {}
  for (let run = 0; run < plan.runs; run += 1) {
    for (const system of plan.systems) {
      const result = await idle(system, cluster, team, plan.profile)
      raw[system] = [...(raw[system] ?? []), result]
      const { heapPerClient, rssPerClient, cpuPerSecond } = result
      process.stderr.write(
        `  ${system}: heap ${(heapPerClient / 1e3).toFixed(1)} kB, rss ${(rssPerClient / 1e3).toFixed(1)} kB, ${cpuPerSecond.toFixed(1)} ms/s\n`,
      )
    }
  }
  const figure = (name: string, unit: string, pick: (r: IdleResult) => number, most?: number): Figure => ({
    workload: '2,000 idle clients, 200 plans',
    figure: name,
    unit,
    ours: median((raw['ours'] ?? []).map(pick)),
    hocuspocus: median((raw['hocuspocus'] ?? []).map(pick)),
    relay: median((raw['relay'] ?? []).map(pick)),
    goals: most === undefined ? [] : [{ of: 'hocuspocus', most }],
  })
  const figures = [
    figure('heap and buffers per client', 'kB', (r) => r.heapPerClient / 1e3, 0.7),
    figure('resident memory per client', 'kB', (r) => r.rssPerClient / 1e3, 0.7),
    figure('CPU', 'ms/s', (r) => r.cpuPerSecond),
  ]
  return { figures, raw }
}
