import { expect, it, vi } from 'vitest'
import { OrderThread, ThreadEnded } from './order-thread.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Order {
  spin: boolean
}

it('[H1] a thread that is at one order for too long is ended, and the next order finds another', async () => {
  let ends = 0
  const thread = new OrderThread<Order, Order>('testing/spinning-worker', {
    onEnd: () => {
      ends += 1
    },
    // Long enough that a quick one is never taken for it, also when the machine stands still for a moment.
    mostMs: 5_000,
  })
  const quick = { spin: false }
  expect(await thread.ask(quick)).toEqual(quick)
  const asked = await Promise.allSettled([
    thread.ask(quick),
    thread.ask({ spin: true }),
    thread.ask(quick),
  ])
  expect(asked).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { code: 'serverBusy' } },
    { status: 'rejected', reason: expect.any(ThreadEnded) },
  ])
  expect(ends).toBe(1)
  expect(await thread.ask(quick)).toEqual(quick)
  await thread.close()
})
