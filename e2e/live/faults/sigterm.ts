// The server is told to stop while everybody is at work, and comes back.
import { expect } from 'vitest'
import type { KillStage } from './kill-points.ts'
import { waitUntil } from './wait-until.ts'

export interface Stop {
  /** From the signal to the end of the process. */
  stopMs: number
  /** From the new start until everything of everybody is saved. */
  backMs: number
}

/** SIGTERM under load: it ends by itself, without an error, and nothing that was called saved is lost. */
export async function stopUnderLoad({ server, crew }: KillStage): Promise<Stop> {
  const before = crew.writers.map(({ saved }) => saved)
  await waitUntil(
    'all are at work',
    () => crew.writers.every(({ saved }, index) => saved > (before[index] ?? 0)),
    30_000,
  )
  const { code, ms } = await server.terminate()
  expect(code).toBe(0)
  await crew.checkStored()
  const began = performance.now()
  await server.start()
  const saved = crew.writers.map((writer) => writer.made)
  await waitUntil(
    'all are back',
    () => crew.writers.every((writer, index) => writer.saved >= (saved[index] ?? 0)),
    60_000,
  )
  return { stopMs: ms, backMs: performance.now() - began }
}

/** The same while the database does not answer: it cannot finish its work, and must not wait for it for ever. */
export async function stopWithoutDatabase({ server, crew, toDatabase }: KillStage): Promise<Stop> {
  toDatabase.set({ up: { isStalled: true }, down: { isStalled: true } })
  await new Promise((later) => setTimeout(later, 500))
  const { code, ms } = await server.terminate()
  toDatabase.cut()
  toDatabase.set({})
  expect(code).toBe(0)
  await crew.checkStored()
  const began = performance.now()
  await server.start()
  await crew.finish(60_000)
  return { stopMs: ms, backMs: performance.now() - began }
}
