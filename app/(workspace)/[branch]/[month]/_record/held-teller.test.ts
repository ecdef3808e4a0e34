import { expect, it } from 'vitest'
import type { ActOutcome } from './desk-link.ts'
import { HeldTeller, type ToldStore } from './held-teller.ts'

const plan = { branchId: 'b', month: '2026-12' }

function memory(): ToldStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/** A line that answers when it is told to. */
function slowLine() {
  const sent: number[] = []
  const answers: ((outcome: ActOutcome) => void)[] = []
  const send = (changes: number) => {
    sent.push(changes)
    return new Promise<ActOutcome>((resolve) => answers.push(resolve))
  }
  return { sent, send, answer: (kind: 'done' | 'noAnswer') => answers.shift()?.({ kind }) }
}

it('[F108] says at once what it holds, and that it holds none only after that', async () => {
  const { sent, send, answer } = slowLine()
  const store = memory()
  const teller = new HeldTeller(plan, store, send)
  const held = teller.hold(3)
  expect(sent).toEqual([3])
  const released = teller.release()
  expect(sent).toEqual([3])
  answer('noAnswer')
  await held
  expect(store.kept.size).toBe(1)
  expect(sent).toEqual([3, 0])
  answer('done')
  await released
  expect(store.kept.size).toBe(0)
  await teller.release()
  expect(sent).toEqual([3, 0])
})

it('[F108] what was told before the browser was closed is taken back when all has arrived', async () => {
  const store = memory()
  const before = slowLine()
  void new HeldTeller(plan, store, before.send).hold(2)
  const sent: number[] = []
  const outcomes: ActOutcome[] = [{ kind: 'noAnswer' }, { kind: 'done' }]
  const after = new HeldTeller(plan, store, async (changes) => {
    sent.push(changes)
    return outcomes.shift() ?? { kind: 'done' }
  })
  expect(await after.release()).toBe(false)
  expect(await after.release()).toBe(true)
  expect(await after.release()).toBe(true)
  expect(sent).toEqual([0, 0])
})

it('[F108] what is held while the server is told of nothing is told, and taken back later', async () => {
  const { sent, send, answer } = slowLine()
  const teller = new HeldTeller(plan, memory(), send)
  const held = teller.hold(1)
  answer('done')
  await held
  const released = teller.release()
  const again = teller.hold(2)
  answer('done')
  expect(await released).toBe(false)
  answer('done')
  await again
  const last = teller.release()
  answer('done')
  expect(await last).toBe(true)
  expect(sent).toEqual([1, 0, 2, 0])
})
