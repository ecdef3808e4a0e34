import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasUnsentWork, openOutboxOf, readUnsent, storageGuardMs } from './outbox.ts'
import { UnsentWork } from './unsent-work.ts'

const ann = { personId: 'ann', room: 'plan.a', clientId: 1 }
const bytes = (n: number) => new Uint8Array([n])

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function storedOf({ personId, room } = ann) {
  const database = await openOutboxOf(personId)
  const found = await readUnsent(database, personId, room)
  database.close()
  return found.map(({ clientId, n, update }) => ({ clientId, n, update: [...update] }))
}

async function idle(work: UnsentWork): Promise<void> {
  await expect.poll(() => work.isIdle()).toBe(true)
}

describe('unsent work', () => {
  it('is stored while it is undecided, and gone when it is settled', async () => {
    const work = new UnsentWork(ann, () => undefined)
    const first = work.add(bytes(1))
    work.add(bytes(2))
    await idle(work)
    expect(await storedOf()).toEqual([
      { clientId: 1, n: 1, update: [1] },
      { clientId: 1, n: 2, update: [2] },
    ])
    work.settle([first])
    await idle(work)
    expect(await storedOf()).toEqual([{ clientId: 1, n: 2, update: [2] }])
    await work.close()
  })

  it('is not written at all when it is decided before its turn', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const work = new UnsentWork(ann, () => undefined)
    work.settle([work.add(bytes(1))])
    await idle(work)
    expect(put).not.toHaveBeenCalled()
    await work.close()
    put.mockRestore()
  })

  it('of a tab that is gone is taken over once, in order, and settled by its new owner', async () => {
    const gone = new UnsentWork(ann, () => undefined)
    for (const n of [1, 2, 3]) gone.add(bytes(n))
    await idle(gone)
    await gone.close()
    expect(await hasUnsentWork('ann')).toBe(true)

    const next = new UnsentWork({ ...ann, clientId: 2 }, () => undefined)
    const taken = await next.takeOver()
    expect(taken.updates.map((update) => [...update])).toEqual([[1], [2], [3]])
    expect((await next.takeOver()).ids).toEqual([])
    next.settle(taken.ids)
    await idle(next)
    expect(await storedOf()).toEqual([])
    await next.close()
    expect(await hasUnsentWork('ann')).toBe(false)
  })

  it('of another room stays where it is', async () => {
    const elsewhere = new UnsentWork({ ...ann, room: 'plan.b' }, () => undefined)
    elsewhere.add(bytes(1))
    await idle(elsewhere)
    await elsewhere.close()
    const work = new UnsentWork({ ...ann, clientId: 2 }, () => undefined)
    expect((await work.takeOver()).ids).toEqual([])
    await work.close()
    expect(await storedOf({ ...ann, room: 'plan.b' })).toHaveLength(1)
  })

  it('[W17] becomes a draft when it is refused', async () => {
    const work = new UnsentWork(ann, () => undefined)
    const bad = work.add(bytes(1))
    work.add(bytes(2))
    await idle(work)
    await work.refuse([bad], { reason: 'finalised', changes: [], at: 7 })
    expect(await storedOf()).toEqual([{ clientId: 1, n: 2, update: [2] }])
    const [draft, ...more] = await work.drafts()
    expect(draft).toMatchObject({ personId: 'ann', reason: 'finalised', at: 7 })
    expect(more).toEqual([])
    await work.forgetDraft(draft?.id ?? -1)
    expect(await work.drafts()).toEqual([])
    await work.close()
  })

  it('[W16] of one person is wiped when another opens the outbox, drafts included', async () => {
    const work = new UnsentWork(ann, () => undefined)
    const bad = work.add(bytes(1))
    work.add(bytes(2))
    await work.refuse([bad], { reason: 'invalid', changes: [], at: 1 })
    await idle(work)
    await work.close()
    const other = new UnsentWork({ ...ann, personId: 'binh', clientId: 2 }, () => undefined)
    await expect.poll(() => other.health).toBe('ok')
    await other.close()
    const back = new UnsentWork({ ...ann, clientId: 3 }, () => undefined)
    expect(await back.drafts()).toEqual([])
    expect((await back.takeOver()).ids).toEqual([])
    await back.close()
  })
})

describe('a storage that fails', () => {
  it('[W16] is said when it refuses, and the work goes on in memory', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('private mode', 'SecurityError')
      },
    })
    const work = new UnsentWork(ann, () => undefined)
    const id = work.add(bytes(1))
    await expect.poll(() => work.health).toBe('failed')
    expect(await work.takeOver()).toEqual({ ids: [], updates: [] })
    work.settle([id])
    expect(work.isIdle()).toBe(true)
    await work.close()
  })

  it('is said when it never answers, after ten seconds', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    vi.stubGlobal('IDBRequest', EventTarget)
    const work = new UnsentWork(ann, () => undefined)
    await vi.advanceTimersByTimeAsync(storageGuardMs - 1)
    expect(work.health).toBe('opening')
    await vi.advanceTimersByTimeAsync(1)
    expect(work.health).toBe('failed')
  })
})
