import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { AdviceNews, ThreadView } from '#domain/advice/advice-view.ts'
import { AdviceOutbox } from './advice-outbox.ts'
import { AdviceStore } from './advice-store.ts'
import type { ReadOutcome } from './read-advice.ts'
import type { SendOutcome } from './send-acts.ts'

const plan = { branchId: 'b', month: '2026-12' }
const me = { personId: 'ann', name: 'Ann', role: 'cadre' as const, memberId: null }

/** Rows on a server with revisions, as far as beginning and replying go. */
function fakeServer() {
  const threads = new Map<string, ThreadView>()
  const server = {
    isAway: false,
    rev: 0,
    sinceAsked: [] as number[],
    do(act: AdviceAct): void {
      server.rev += 1
      const said = (id: string, body: string) => ({
        ...{ id, author: me, at: new Date(server.rev).toISOString(), editedAt: null },
        ...{ isDeleted: false, body, mentions: [] },
      })
      if (act.kind === 'begin' && !threads.has(act.threadId)) {
        threads.set(act.threadId, {
          ...{ id: act.threadId, place: act.place, anchor: null, epoch: 1, author: me },
          ...{ at: new Date(server.rev).toISOString(), resolved: null, proposal: null },
          comments: [said(act.id, act.body)],
          rev: server.rev,
        })
      }
      if (act.kind === 'reply') {
        const thread = threads.get(act.threadId)
        if (!thread) throw new Error('no such thread')
        const comments = [...thread.comments, said(act.id, act.body)]
        threads.set(act.threadId, { ...thread, comments, rev: server.rev })
      }
    },
    async send(acts: readonly AdviceAct[]): Promise<SendOutcome> {
      if (server.isAway) return { kind: 'later' }
      for (const act of acts) server.do(act)
      return { kind: 'answered', answers: acts.map(({ id }) => ({ id, ok: true })) }
    },
    async get(_: unknown, since: number): Promise<ReadOutcome> {
      if (server.isAway) return { kind: 'later' }
      server.sinceAsked.push(since)
      const fresh = [...threads.values()].filter(({ rev }) => rev > since)
      return { kind: 'news', news: { ...nothing, rev: server.rev, threads: fresh } }
    },
  }
  return server
}

const nothing: AdviceNews = { rev: 0, threads: [], reports: [], people: [], isMuted: false }

const ends: (() => Promise<void>)[] = []
function open(server: ReturnType<typeof fakeServer>): AdviceStore {
  return openBoth(server).store
}
function openBoth(server: ReturnType<typeof fakeServer>) {
  const outbox = new AdviceOutbox(me.personId, { send: (acts) => server.send(acts) })
  const store = new AdviceStore({ plan, me, outbox, get: (...asked) => server.get(...asked) })
  outbox.enter()
  store.enter()
  ends.push(async () => {
    store.leave()
    await outbox.leave()
  })
  return { store, outbox }
}
const said = (store: AdviceStore) =>
  store
    .read()
    .threads.flatMap(({ comments }) =>
      comments.map(({ body, sending }) => `${body}: ${sending?.state ?? 'there'}`),
    )
const begin = { kind: 'begin', threadId: 't', place: { kind: 'plan' }, body: 'one' } as const

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  vi.unstubAllGlobals()
})

describe('the talk about a plan', () => {
  it('shows one’s own words at once, and once when the server has them', async () => {
    const server = fakeServer()
    const store = open(server)
    const seen = new Set<string>()
    store.subscribe(() => seen.add(said(store).join(' | ')))
    store.do({ ...begin, mentions: [], change: null })
    store.do({ kind: 'reply', threadId: 't', body: 'two', mentions: [] })
    await expect.poll(() => said(store)).toEqual(['one: there', 'two: there'])
    // Never away again once it was seen, and never twice.
    const order = [...seen].map((text) => text.split(' | ').filter(Boolean).length)
    expect(order).toEqual([...order].sort())
    expect(Math.max(...order)).toBe(2)
    expect(store.read().unsent).toEqual([])
  })

  it('reads only what is new, and shows what others said after a hint', async () => {
    const server = fakeServer()
    server.do({ ...begin, id: 'c', ...plan, mentions: [], change: null })
    const store = open(server)
    await expect.poll(() => said(store)).toEqual(['one: there'])
    server.do({ kind: 'reply', id: 'd', threadId: 't', body: 'two', mentions: [] })
    await store.refresh()
    expect(said(store)).toEqual(['one: there', 'two: there'])
    expect(server.sinceAsked).toEqual([0, 1])
  })

  it('reads again by itself after a reading that failed, for nobody gives the same hint twice', async () => {
    const server = fakeServer()
    server.do({ ...begin, id: 'c', ...plan, mentions: [], change: null })
    const store = open(server)
    await expect.poll(() => said(store)).toEqual(['one: there'])
    server.do({ kind: 'reply', id: 'd', threadId: 't', body: 'two', mentions: [] })
    server.isAway = true
    await store.refresh()
    expect(store.read().isStale).toBe(true)
    server.isAway = false
    const whatWasSaid = () => said(store)
    await expect.poll(whatWasSaid, { timeout: 10_000 }).toEqual(['one: there', 'two: there'])
  }, 15_000)

  it('shows what was read, and reads on, while this browser’s disk stands still', async () => {
    const server = fakeServer()
    const { store, outbox } = openBoth(server)
    Object.assign(await outbox.shelf, { keepNews: () => new Promise(() => undefined) })
    for (const [nth, body] of ['one', 'two'].entries()) {
      const act = { ...begin, threadId: body, body, id: `c${nth}`, ...plan }
      server.do({ ...act, mentions: [], change: null })
      void store.refresh()
      await expect.poll(() => said(store)).toContain(`${body}: there`)
    }
  })

  it('shows without a network what was read before, with its age, and what is still unsent', async () => {
    const server = fakeServer()
    server.do({ ...begin, id: 'c', ...plan, mentions: [], change: null })
    const first = open(server)
    await expect.poll(() => said(first)).toEqual(['one: there'])
    const { readAt } = first.read()
    server.isAway = true
    first.do({ kind: 'reply', threadId: 't', body: 'two', mentions: [] })
    await expect.poll(() => said(first)).toEqual(['one: there', 'two: waiting'])
    for (const end of ends.splice(0)) await end()
    const later = open(server)
    await expect.poll(() => said(later)).toEqual(['one: there', 'two: waiting'])
    await expect.poll(() => later.read().isStale).toBe(true)
    expect(later.read().readAt).toBe(readAt)
    server.isAway = false
    await later.refresh()
    await expect.poll(() => later.read().isStale).toBe(false)
  })

  it('reads everything again when the server’s revisions begin anew', async () => {
    const server = fakeServer()
    server.rev = 40
    server.do({ ...begin, id: 'c', ...plan, mentions: [], change: null })
    const store = open(server)
    await expect.poll(() => said(store)).toEqual(['one: there'])
    server.rev = 3
    await store.refresh()
    expect(server.sinceAsked).toEqual([0, 41, 0])
  })
})
