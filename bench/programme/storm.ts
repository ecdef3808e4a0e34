import type { SystemName } from '../load/dialect.ts'
import { type Figure, median } from '../report.ts'
import { type StormResult, storm } from '../workloads/join-storm.ts'
import type { BenchCluster } from '../world/cluster.ts'
import type { Measured, Plan } from './measured.ts'

const joiners = 150

export async function measureStorm(cluster: BenchCluster, plan: Plan): Promise<Measured> {
  const raw: Record<string, StormResult[]> = {}
  for (let run = 0; run < plan.runs; run += 1) {
    for (const system of plan.systems) {
      const result = await storm(system, cluster, joiners)
      raw[system] = [...(raw[system] ?? []), result]
      process.stderr.write(`  ${system}: p99 ${result.p99.toFixed(0)} ms, +${result.peakMb.toFixed(0)} MB\n`)
    }
  }
  const of = (system: SystemName, pick: (result: StormResult) => number) =>
    median((raw[system] ?? []).map(pick))
  const values = (pick: (result: StormResult) => number) => ({
    ours: of('ours', pick),
    hocuspocus: of('hocuspocus', pick),
    relay: of('relay', pick),
  })
  const megabytes = of('ours', (result) => result.planMb).toFixed(1)
  const workload = `${joiners} join a plan of ${megabytes} MB`
  const figures: Figure[] = [
    {
      workload,
      figure: 'until synced p99',
      unit: 'ms',
      ...values((result) => result.p99),
      goals: [
        { of: 'hocuspocus', most: 0.125 },
        { of: 'relay', most: 2 },
      ],
    },
    {
      workload,
      figure: 'peak memory above the open plan',
      unit: 'MB',
      ...values((result) => result.peakMb),
      goals: [{ of: 'ours', most: 50 }],
    },
  ]
  return { figures, raw }
}
