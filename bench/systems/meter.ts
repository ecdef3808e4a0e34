// What a measured process tells of itself, on request of the one that measures.
import { writeFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { writeHeapSnapshot } from 'node:v8'

export interface Reading {
  /** Microseconds of CPU, user and system, since the process began. */
  cpu: number
  /** The kernel's part of it. */
  system: number
  /** Bytes. */
  rss: number
  heap: number
  /** Milliseconds by which the event loop came late since the last reading. */
  loopP99: number
  loopMax: number
}

export type Question = 'read' | 'collect' | 'profile' | 'snapshot' | 'end'

/** Between the first and the second `profile` a profile of the CPU is taken; `npm run bench -- --profile` asks. */
const session = new inspector.Session()
const mostRounds = 8
const enough = 0.999
let isProfiling = false

/** Answers over the channel that `fork` opened. `port` is told first. */
export function answerQuestions(port: number, extra: () => object = () => ({})): void {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  process.on('message', async (question: Question) => {
    if (question === 'end') process.exit(0)
    if (question === 'collect') await collect()
    if (question === 'profile') turnProfiler()
    if (question === 'snapshot') takeSnapshot()
    process.send?.({ kind: 'reading', ...read(), ...extra() })
  })
  // Nobody measures any more.
  process.on('disconnect', () => process.exit(0))
  process.send?.({ kind: 'listening', port })

  function read(): Reading {
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed, external } = process.memoryUsage()
    const reading = {
      cpu: user + system,
      system,
      rss,
      heap: heapUsed + external,
      loopP99: loop.percentile(99) / 1e6,
      loopMax: loop.max / 1e6,
    }
    loop.reset()
    return reading
  }
}

/**
 * All that can go goes: what the bin in Chrome's developer tools does, with nothing on the stack, until hardly more
 * goes. A call of `gc()` does less: it left up to 30 MB of ours, most of it sockets that were closed long before.
 */
async function collect(): Promise<void> {
  session.connect()
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < mostRounds; round += 1) {
    await new Promise((resolve) => session.post('HeapProfiler.collectGarbage', resolve))
    const { heapUsed } = process.memoryUsage()
    if (heapUsed > before * enough) break
    before = heapUsed
  }
  session.disconnect()
}

/** What is alive, for the developer tools. */
function takeSnapshot(): void {
  writeHeapSnapshot(`.build/bench/${process.pid}-${Date.now()}.heapsnapshot`)
}

function turnProfiler(): void {
  if (!isProfiling) {
    session.connect()
    session.post('Profiler.enable')
    session.post('Profiler.setSamplingInterval', { interval: 1000 })
    session.post('Profiler.start')
  } else {
    session.post('Profiler.stop', (_error, { profile }) => {
      writeFileSync(`.build/bench/${process.pid}.cpuprofile`, JSON.stringify(profile))
    })
    session.disconnect()
  }
  isProfiling = !isProfiling
}
