import type { SystemName } from './load/dialect.ts'
import { openSession, type Phase, type PhaseResult, type Session } from './workloads/typing.ts'
import { openBenchCluster } from './world/cluster.ts'

const args = process.argv.slice(2)
const get = (name: string, or: string) => {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? or : (args[at + 1] ?? or)
}
const seconds = Number(get('seconds', '5'))
const runs = Number(get('runs', '1'))
const rounds = Number(get('rounds', '2'))
const systems = get('systems', 'ours,hocuspocus,relay').split(',') as SystemName[]
const only = get('phases', '2/s,4/s,presence,idle').split(',')
const phases: Phase[] = [
  { name: '2/s', edits: 2, presence: 0, warm: 1, measured: seconds },
  { name: '4/s', edits: 4, presence: 0, warm: 1, measured: seconds },
  { name: 'presence', edits: 0, presence: 1, warm: 2, measured: seconds },
  { name: 'idle', edits: 0, presence: 0, warm: 0.5, measured: seconds },
].filter((phase) => only.includes(phase.name))
const f = (x: number | null, d = 1) => (x === null ? '-' : x.toFixed(d)).padStart(7)
const median = (xs: number[]) => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN
const cluster = await openBenchCluster()
try {
  for (let run = 0; run < runs; run += 1) {
    const sessions: Session[] = []
    const results = new Map<string, PhaseResult[]>()
    for (const system of systems) {
      const s = await openSession(system, cluster, { plans: 50, clientsPerPlan: 10 }, 20 + 4 * 5 + rounds * (seconds + 3) * 6)
      sessions.push(s)
      await s.measure({ name: 'warm', edits: 4, presence: 0.5, warm: 0, measured: 5 })
    }
    if (args.includes('--profile')) for (const s of sessions) await s.running.read('profile')
    for (const phase of phases)
      for (let round = 0; round < rounds; round += 1)
        for (const s of round % 2 ? sessions.toReversed() : sessions) {
          const key = `${phase.name} ${s.system}`
          results.set(key, [...(results.get(key) ?? []), await s.measure(phase)])
        }
    if (args.includes('--profile')) for (const s of sessions) await s.running.read('profile')
    for (const s of sessions) await s.end()
    for (const [key, rs] of results) {
      const m = (pick: (r: PhaseResult) => number | null) => {
        const xs = rs.map(pick).filter((x) => x !== null)
        return xs.length ? median(xs) : null
      }
      console.log(
        key.padEnd(20), 'cpu/upd', f(m((r) => r.cpuPerUpdate)), 'cpu/state', f(m((r) => r.cpuPerState), 2), 'sys%', f(m((r) => (100 * r.systemCpu) / r.cpu), 0), 'cpu ms/s', f(m((r) => r.cpu / r.seconds / 1000)), 'db ms/s', f(m((r) => r.databaseCpu / r.seconds / 1000)),
        'fr/upd', f(m((r) => r.framesPerUpdate), 2), 'seen', f(m((r) => r.seen.p50)), f(m((r) => r.seen.p99)), 'saved', f(m((r) => r.saved.p50)), f(m((r) => r.saved.p95)), f(m((r) => r.saved.p99)), 'loop', f(m((r) => r.loopP99)), 'rss', f(m((r) => r.rssMb), 0),
        rs.map((r) => (r.cpuPerUpdate ?? r.cpuPerState ?? 0).toFixed(0)).join(' '),
      )
    }
  }
} finally {
  await cluster.stop()
}
