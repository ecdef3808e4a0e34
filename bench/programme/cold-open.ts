import { median } from '../report.ts'
import { coldOpen } from '../workloads/cold-open.ts'
import type { BenchCluster } from '../world/cluster.ts'
import type { Measured, Plan } from './measured.ts'

export async function measureColdOpen(cluster: BenchCluster, plan: Plan): Promise<Measured> {
  const raw = await coldOpen(cluster, plan.runs)
  const workload = `plan of ${raw.rows.toLocaleString('en')} rows, ${raw.stateKb.toFixed(0)} kB`
  return {
    raw,
    figures: [
      {
        workload,
        figure: `cold open, snapshot and ${raw.rowsToFold.toLocaleString('en')} rows`,
        unit: 'ms',
        ours: median(raw.withSnapshot),
        goals: [{ of: 'ours', most: 300 }],
      },
      {
        workload,
        figure: 'cold open, every snapshot deleted',
        unit: 'ms',
        ours: median(raw.wholeLog),
        goals: [],
      },
    ],
  }
}
