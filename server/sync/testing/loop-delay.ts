import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 5

/**
 * Watches the event loop until it is stopped; then tells for how many milliseconds it was blocked at the most.
 * What other processes took of the machine is not counted: nothing of ours blocks for longer than it computes.
 */
export function watchLoop(): { stop(): number } {
  const delays = monitorEventLoopDelay({ resolution })
  const before = process.cpuUsage()
  delays.enable()
  return {
    stop: () => {
      delays.disable()
      const { user, system } = process.cpuUsage(before)
      return Math.min(Math.max(0, delays.max / 1e6 - resolution), (user + system) / 1000)
    },
  }
}
