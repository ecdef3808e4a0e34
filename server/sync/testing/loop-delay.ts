const resolutionMs = 5

/**
 * Watches the event loop until it is stopped; then tells for how many milliseconds it was blocked at the most.
 * What other processes took of the machine is not counted: in each gap, only as much as this process computed.
 */
export function watchLoop(): { stop(): number } {
  let longest = 0
  let at = performance.now()
  let cpu = process.cpuUsage()
  const look = () => {
    const gap = performance.now() - at - resolutionMs
    const { user, system } = process.cpuUsage(cpu)
    longest = Math.max(longest, Math.min(gap, (user + system) / 1000))
    at = performance.now()
    cpu = process.cpuUsage()
  }
  const timer = setInterval(look, resolutionMs)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return longest
    },
  }
}
