import { DomainError } from '#domain/errors.ts'

const atOnce = 2
const longestQueue = 50

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs a costly hash when it is its turn: two at a time (128 MiB), fifty waiting, so that a flood of
 * sign-ins takes neither the cores nor the memory from those at work. Throws `serverBusy` beyond that.
 */
export async function hashingTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1
  else await waitForTurn()
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function waitForTurn(): Promise<void> {
  if (waiting.length >= longestQueue) throw new DomainError('serverBusy')
  return new Promise((resolve) => {
    waiting.push(resolve)
  })
}
