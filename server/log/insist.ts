import { isHopeless } from './append-errors.ts'
import { type Clock, pause } from './clock.ts'

const firstRetryMs = 100
const longestRetryMs = 2_000

/**
 * Asks the database until it answers; meanwhile whoever waits for this waits. Throws only what asking again
 * would not change.
 */
export async function insist<T>(
  clock: Clock,
  ask: () => Promise<T>,
  isFinal: (error: unknown) => boolean = isHopeless,
): Promise<T> {
  for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
    try {
      return await ask()
    } catch (error) {
      if (isFinal(error)) throw error
      await pause(clock, waitMs)
    }
  }
}
