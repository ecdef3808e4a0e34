/** Time as the log and the rooms are given it, so that a test can be its master. Milliseconds. */
export interface Clock {
  now(): number
  /** Runs something later, once; the returned function calls it off. */
  after(ms: number, run: () => void): () => void
}

/** The machine's clock. Its timers keep no process running. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve))
}
