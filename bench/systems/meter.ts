// What a measured process tells of itself, on request of the one that measures.
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Reading {
  /** Microseconds of CPU, user and system, since the process began. */
  cpu: number
  /** Bytes. */
  rss: number
  heap: number
  /** Milliseconds by which the event loop came late since the last reading. */
  loopP99: number
  loopMax: number
}

export type Question = 'read' | 'collect' | 'profile' | 'end'

/** Answers over the channel that `fork` opened. `port` is told first. */
export function answerQuestions(port: number, extra: () => object = () => ({})): void {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  process.on('message', (question: Question) => {
    if (question === 'end') process.exit(0)
    if (question === 'collect') globalThis.gc?.()
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
      rss,
      heap: heapUsed + external,
      loopP99: loop.percentile(99) / 1e6,
      loopMax: loop.max / 1e6,
    }
    loop.reset()
    return reading
  }
}
