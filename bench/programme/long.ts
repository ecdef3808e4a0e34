import type { Figure } from '../report.ts'
import { long } from '../workloads/long.ts'
import type { BenchCluster } from '../world/cluster.ts'
import type { Measured, Plan } from './measured.ts'

export async function measureLong(cluster: BenchCluster, plan: Plan): Promise<Measured> {
  const raw = await long(cluster, plan.minutes)
  const workload = `1,500 clients, 500 plans, 350 updates/s, ${plan.minutes} minutes`
  const figure = (name: string, unit: string, ours: number, most: number): Figure => ({
    workload,
    figure: name,
    unit,
    ours,
    goals: [{ of: 'ours', most }],
  })
  const half = Math.floor(raw.rss.length / 2)
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  return {
    raw,
    figures: [
      figure('authors with an edit that the database lacks', 'count', raw.lostInDatabase, 0),
      figure('screens that lack an edit', 'count', raw.lostOnScreens, 0),
      figure('propagation p99', 'ms', raw.seen.p99, 80),
      figure('highest memory', 'MB', Math.max(...raw.rss), 800),
      figure('memory, second half / first half', 'ratio', mean(raw.rss.slice(half)) / mean(raw.rss.slice(0, half)), 1.1),
    ],
  }
}
