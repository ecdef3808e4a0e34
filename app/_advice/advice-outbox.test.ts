import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { hasUnsentAdvice } from './act-shelf.ts'
import { AdviceOutbox } from './advice-outbox.ts'
import type { SendOutcome } from './send-acts.ts'

const plan = { branchId: 'b', month: '2026-12' }
const reply = (id: string): AdviceAct => ({
  kind: 'reply',
  id,
  threadId: 't',
  body: id,
  mentions: [],
})
const yes = (acts: readonly AdviceAct[]): SendOutcome => ({
  kind: 'answered',
  answers: acts.map(({ id }) => ({ id, ok: true })),
})

/** A server that does each act once, and whose answers a test can lose. */
function fakeServer() {
  const done: string[] = []
  const server = {
    done,
    asked: 0,
    mood: 'well' as 'well' | 'away' | 'mute' | 'signedOut',
    async send(acts: readonly AdviceAct[]): Promise<SendOutcome> {
      server.asked += 1
      if (server.mood === 'away') return { kind: 'later' }
      if (server.mood === 'signedOut') return { kind: 'signedOut' }
      for (const { id } of acts) if (!done.includes(id)) done.push(id)
      return server.mood === 'mute' ? { kind: 'later' } : yes(acts)
    },
  }
  return server
}

// Each try is some turns of the loop: by itself `vi.waitUntil` waits for no more than twice what all of them take.
const patient = { timeout: 10_000 }

const opened: AdviceOutbox[] = []
function open(server: Pick<ReturnType<typeof fakeServer>, 'send'>, personId = 'ann'): AdviceOutbox {
  const outbox = new AdviceOutbox(personId, { send: (acts) => server.send(acts), random: () => 0 })
  opened.push(outbox)
  outbox.enter()
  return outbox
}
const states = (outbox: AdviceOutbox) =>
  outbox.read().acts.map(({ act, state }) => `${act.id} ${state}`)

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((outbox) => outbox.leave()))
  vi.unstubAllGlobals()
})

describe('the outbox of advice', () => {
  it('[Q42] does not send for ever what the server cannot do, nor what is older than it remembers', async () => {
    let asked = 0
    const busy = { code: 'serverBusy', message: 'Máy chủ đang bận.', again: true } as const
    const server = {
      send: async (acts: readonly AdviceAct[]): Promise<SendOutcome> => {
        asked += 1
        return { kind: 'answered', answers: acts.map(({ id }) => ({ id, ok: false, ...busy })) }
      },
    }
    let now = Date.now()
    const outbox = new AdviceOutbox('ann', { ...server, now: () => now, random: () => 0 })
    opened.push(outbox)
    outbox.enter()
    await outbox.add(reply('a'), plan)
    await vi.waitUntil(() => {
      outbox.hint()
      return states(outbox).join() === 'a failed'
    }, patient)
    expect(outbox.read().acts[0]?.message).toBe(busy.message)
    expect(asked).toBe(adviceLimits.tries)
    await outbox.retry('a')
    await vi.waitUntil(() => asked === adviceLimits.tries + 1, patient)
    await vi.waitUntil(() => states(outbox).join() === 'a waiting', patient)

    now += (adviceLimits.outboxDays + 1) * 86_400_000
    outbox.hint()
    await vi.waitUntil(() => states(outbox).join() === 'a failed', patient)
    expect(asked).toBe(adviceLimits.tries + 1)
    await outbox.retry('a')
    await vi.waitUntil(() => asked === adviceLimits.tries + 2, patient)
  })

  it('sends what was said, in order, and shows it as sent', async () => {
    const server = fakeServer()
    const outbox = open(server)
    await outbox.add(reply('one'), plan)
    await outbox.add(reply('two'), plan)
    await expect.poll(() => states(outbox)).toEqual(['one sent', 'two sent'])
    expect(server.done).toEqual(['one', 'two'])
    expect(await hasUnsentAdvice('ann')).toBe(false)
  })

  it('[Q42] keeps what could not be sent over the end of the page, and sends it once', async () => {
    const server = fakeServer()
    server.mood = 'away'
    const first = open(server)
    await first.add(reply('one'), plan)
    await first.add(reply('two'), plan)
    await expect.poll(() => server.asked).toBeGreaterThan(0)
    await expect.poll(() => states(first)).toEqual(['one waiting', 'two waiting'])
    expect(await hasUnsentAdvice('ann')).toBe(true)
    await first.leave()
    server.mood = 'well'
    const next = open(server)
    await expect.poll(() => states(next)).toEqual(['one sent', 'two sent'])
    expect(server.done).toEqual(['one', 'two'])
  })

  it('sends the same act with the same id when the answer was lost', async () => {
    const server = fakeServer()
    server.mood = 'mute'
    const outbox = open(server)
    await outbox.add(reply('one'), plan)
    await expect.poll(() => states(outbox)).toEqual(['one waiting'])
    server.mood = 'well'
    outbox.hint()
    await expect.poll(() => states(outbox)).toEqual(['one sent'])
    expect(server.done).toEqual(['one'])
    expect(server.asked).toBe(2)
  })

  it('[Q42] shows what was refused with the reason; the rest goes on; again and giving up are the person’s', async () => {
    let no = true
    const send = async (acts: readonly AdviceAct[]): Promise<SendOutcome> => ({
      kind: 'answered',
      answers: acts.map(({ id }) =>
        id === 'bad' && no
          ? {
              id,
              ok: false as const,
              code: 'noRight' as const,
              message: 'không có quyền',
              again: false,
            }
          : { id, ok: true as const },
      ),
    })
    const outbox = open({ send })
    await outbox.add(reply('bad'), plan)
    await outbox.add(reply('good'), plan)
    await expect.poll(() => states(outbox)).toEqual(['good sent', 'bad failed'])
    expect(outbox.read().acts.at(-1)?.message).toBe('không có quyền')
    expect(await hasUnsentAdvice('ann')).toBe(true)
    no = false
    await outbox.retry('bad')
    await expect.poll(() => states(outbox)).toEqual(['good sent', 'bad sent'])
    no = true
    const bad = { ...reply('bad'), body: 'again' }
    await outbox.add(bad, plan)
    await expect.poll(() => states(outbox).at(-1)).toEqual('bad failed')
    await outbox.discard('bad')
    expect(states(outbox)).toEqual(['good sent', 'bad sent'])
    expect(await hasUnsentAdvice('ann')).toBe(false)
  })

  it('sends each alone when a request as a whole is not understood', async () => {
    const send = async (acts: readonly AdviceAct[]): Promise<SendOutcome> =>
      acts.some(({ id }) => id === 'bad')
        ? { kind: 'refused', code: 'badInput', message: 'không hợp lệ' }
        : yes(acts)
    const offline = open({ send: async () => ({ kind: 'later' }) })
    for (const id of ['one', 'bad', 'two']) await offline.add(reply(id), plan)
    await offline.leave()
    const outbox = open({ send })
    await expect.poll(() => states(outbox)).toEqual(['one sent', 'two sent', 'bad failed'])
  })

  it('[Q42] waits for a person who is signed out, and deletes the words of another', async () => {
    const server = fakeServer()
    server.mood = 'signedOut'
    const outbox = open(server)
    await outbox.add(reply('one'), plan)
    await expect.poll(() => outbox.read().link).toBe('signedOut')
    expect(states(outbox)).toEqual(['one waiting'])
    await outbox.leave()
    expect(await hasUnsentAdvice('bob')).toBe(false)
    expect(await hasUnsentAdvice('ann')).toBe(false)
  })

  it('works in memory where the browser keeps nothing, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('no storage here')
      },
    })
    const server = fakeServer()
    const outbox = open(server)
    await outbox.add(reply('one'), plan)
    expect(outbox.read().storage).toBe('failed')
    await expect.poll(() => states(outbox)).toEqual(['one sent'])
  })

  it('hears of another tab’s acts', async () => {
    const server = fakeServer()
    server.mood = 'away'
    const here = open(server)
    const there = open(server)
    await there.add(reply('one'), plan)
    await expect.poll(() => states(here)).toEqual(['one waiting'])
    server.mood = 'well'
    here.hint()
    await expect.poll(() => states(there)).toEqual(['one sent'])
  })
})
