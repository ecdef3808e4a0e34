import { expect, it } from 'vitest'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import type { ActOutcome, DeskOutcome } from './desk-link.ts'
import { DeskStore } from './desk-store.ts'

const plan = { branchId: 'b', month: '2026-11' }

/** A line whose every request waits until it is answered by hand. */
function heldLine() {
  const reads: ((outcome: DeskOutcome) => void)[] = []
  const acts: { act: unknown; answer: (outcome: ActOutcome) => void }[] = []
  const store = new DeskStore(plan, {
    readDesk: () => new Promise((resolve) => reads.push(resolve)),
    sendAct: (act) => new Promise((answer) => acts.push({ act, answer })),
  })
  return { store, reads, acts }
}

/** A desk that differs only in how many were there. */
function desk(present: number): DeskOutcome {
  return { kind: 'desk', desk: { meeting: { present } } as unknown as RecordDesk }
}

const turn = () => new Promise((resolve) => setTimeout(resolve))

it('[F111] an act is answered with a reading that began after it', async () => {
  const { store, reads, acts } = heldLine()
  void store.refresh()
  let isDone = false
  const acted = store.act({ kind: 'meeting', present: 15 }).then(() => {
    isDone = true
  })
  await turn()
  acts[0]?.answer({ kind: 'done' })
  await turn()
  // The reading of before comes late, and knows nothing of it.
  reads[0]?.(desk(1))
  await turn()
  expect(isDone).toBe(false)
  expect(store.read().acting).toBe(1)
  reads[1]?.(desk(15))
  await acted
  expect(store.read().desk?.meeting).toEqual({ present: 15 })
  expect(store.read().acting).toBe(0)
})

it('[F111] acts go out one after another, in their order', async () => {
  const { store, reads, acts } = heldLine()
  const both = [
    store.act({ kind: 'meeting', present: 1 }),
    store.act({ kind: 'meeting', present: 15 }),
  ]
  await turn()
  expect(acts.map(({ act }) => act)).toEqual([{ kind: 'meeting', present: 1, ...plan }])
  acts[0]?.answer({ kind: 'noAnswer' })
  await turn()
  reads[0]?.(desk(0))
  await turn()
  expect(acts).toHaveLength(2)
  acts[1]?.answer({ kind: 'done' })
  await turn()
  reads[1]?.(desk(15))
  expect(await Promise.all(both)).toEqual([{ kind: 'noAnswer' }, { kind: 'done' }])
})

it('what did not change stays the same object; a reading that fails keeps what was read, and says why', async () => {
  const { store, reads } = heldLine()
  for (const outcome of [desk(3), desk(3)]) {
    const before = store.read().desk
    const read = store.refresh()
    reads.shift()?.(outcome)
    await read
    if (before !== null) expect(store.read().desk).toBe(before)
  }
  const read = store.refresh()
  reads.shift()?.({ kind: 'refused' })
  await read
  expect(store.read()).toMatchObject({ desk: { meeting: { present: 3 } }, fault: 'refused' })
})

it('[F111] knows which fields hold what is not kept', () => {
  const { store } = heldLine()
  store.hold('present', true)
  store.hold('voters', true)
  store.hold('present', false)
  expect([...store.read().unkept]).toEqual(['voters'])
})
