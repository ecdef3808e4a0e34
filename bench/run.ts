// The whole programme of measurements. Started by bench.mjs, which has bundled it.
import { parseArgs } from 'node:util'
import { print, writeJson, type Figure } from './report.ts'
import { measureColdOpen } from './programme/cold-open.ts'
import { measureIdle } from './programme/idle.ts'
import { measureLong } from './programme/long.ts'
import { measureScaling } from './programme/scaling.ts'
import { measureStorm } from './programme/storm.ts'
import { measureWork } from './programme/work.ts'
import { openBenchCluster } from './world/cluster.ts'
import type { SystemName } from './load/dialect.ts'
import type { Measured, Plan } from './programme/measured.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'work,storm,idle,cold,scaling' },
    long: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    systems: { type: 'string', default: 'ours,hocuspocus,relay' },
    phases: { type: 'string', default: '2/s,4/s,presence' },
    profile: { type: 'boolean', default: false },
    out: { type: 'string', default: 'bench/last.json' },
  },
})
const plan: Plan = {
  runs: Number(values.runs),
  seconds: Number(values.seconds),
  minutes: Number(values.minutes),
  systems: values.systems.split(',') as SystemName[],
  phases: values.phases.split(','),
  profile: values.profile,
}
const all = {
  work: measureWork,
  storm: measureStorm,
  idle: measureIdle,
  cold: measureColdOpen,
  scaling: measureScaling,
  long: measureLong,
}
const wanted = values.long ? [...values.only.split(','), 'long'] : values.only.split(',')
const began = performance.now()
const cluster = await openBenchCluster()
const figures: Figure[] = []
const raw: Record<string, unknown> = {}
try {
  for (const [name, measure] of Object.entries(all)) {
    if (!wanted.includes(name)) continue
    process.stderr.write(`${name} …\n`)
    const measured: Measured = await measure(cluster, plan)
    figures.push(...measured.figures)
    raw[name] = measured.raw
  }
} finally {
  await cluster.stop()
}
process.stdout.write('\n')
print(figures)
writeJson(values.out, figures, raw)
process.stdout.write(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes; ${values.out}\n`)
