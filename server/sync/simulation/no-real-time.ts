import { vi } from 'vitest'

/**
 * Makes the machine's clock, timers and randomness throw until the returned function is called, so that
 * whatever reaches for them in a simulation is found. What a library took hold of when it was loaded is not.
 */
export function forbidRealTime(): () => void {
  const spies = [vi.spyOn(Date, 'now'), vi.spyOn(Math, 'random'), vi.spyOn(performance, 'now')]
  for (const spy of spies) {
    spy.mockImplementation(() => {
      throw new Error('a simulation must not look at the real world')
    })
  }
  return () => {
    for (const spy of spies) spy.mockRestore()
  }
}
