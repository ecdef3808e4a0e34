import { type Phase, type } from './workloads/typing.ts'
import { openBenchCluster } from './world/cluster.ts'
import type { SystemName } from './load/dialect.ts'

const args = process.argv.slice(2)
const get = (name: string, or: string) => {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? or : (args[at + 1] ?? or)
}
const seconds = Number(get('seconds', '8'))
const runs = Number(get('runs', '1'))
const systems = get('systems', 'ours,hocuspocus,relay').split(',') as SystemName[]
const phases: Phase[] = [
  { name: 'warm', edits: 4, presence: 0, warm: 0, measured: 4 },
  { name: '2/s', edits: 2, presence: 0, warm: 1, measured: seconds },
  { name: '4/s', edits: 4, presence: 0, warm: 1, measured: seconds },
  { name: 'presence', edits: 0, presence: 1, warm: 2, measured: seconds },
]
const cluster = await openBenchCluster()
try {
  for (let run = 0; run < runs; run += 1) {
    for (const system of systems) {
      const flags = get('flags', '') === '' ? [] : get('flags', '').split(',')
      const results = await type(system, cluster, { plans: 50, clientsPerPlan: 10 }, phases, system === 'ours' ? flags : [])
      for (const [name, r] of Object.entries(results)) {
        const f = (x: number | null, d = 1) => (x === null ? '-' : x.toFixed(d)).padStart(7)
        console.log(
          system.padEnd(11), name.padEnd(9), 'cpu/upd', f(r.cpuPerUpdate), 'cpu/state', f(r.cpuPerState, 2), 'db/upd', f(r.databaseCpuPerUpdate),
          'fr/upd', f(r.framesPerUpdate, 2), 'seen', f(r.seen.p50), f(r.seen.p99), 'saved', f(r.saved.p50), f(r.saved.p95), f(r.saved.p99), 'loop', f(r.loopP99), 'rss', f(r.rssMb, 0),
        )
      }
    }
  }
} finally {
  await cluster.stop()
}
