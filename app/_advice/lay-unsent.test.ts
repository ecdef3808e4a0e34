import { describe, expect, it } from 'vitest'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { AdviceNews, ThreadView } from '#domain/advice/advice-view.ts'
import type { OutboxAct, SendingState } from './advice-outbox.ts'
import { type AdviceMe, layUnsent } from './lay-unsent.ts'

const me: AdviceMe = { personId: 'ann', name: 'Ann', role: 'cadre', memberId: 'm' }
const bob = { personId: 'bob', name: 'Bob', role: 'secretary' as const }
const at = '2026-12-01T00:00:00.000Z'
const plan = { branchId: 'b', month: '2026-12' }

const thread: ThreadView = {
  id: 't',
  place: { kind: 'group', id: 'g' },
  anchor: null,
  epoch: 1,
  author: bob,
  at,
  resolved: null,
  comments: [
    { id: 'c', author: me, at, editedAt: null, isDeleted: false, body: 'one', mentions: [] },
  ],
  proposal: {
    change: { kind: 'changeMember', groupId: 'g', from: null, to: 'm' },
    state: 'open',
    settled: null,
  },
  rev: 3,
}
const news: AdviceNews = { rev: 3, threads: [thread], reports: [], people: [bob], isMuted: false }

const item = (act: AdviceAct, state: SendingState = 'waiting'): OutboxAct => ({
  ...{ act, plan, at: Date.parse(at), state, message: state === 'failed' ? 'không' : null },
  sentNumber: null,
})
const lay = (...acts: OutboxAct[]) => layUnsent(news, acts, me)
const sending = (state: SendingState) => ({ actId: 'x', state, message: expect.anything() })

describe('own acts laid over what the server has', () => {
  it('[Q42] shows words that wait, in order, with the people they call', () => {
    const [shown] = lay(
      item({ kind: 'edit', id: 'x', commentId: 'c', body: 'two', mentions: [] }),
      item({ kind: 'reply', id: 'y', threadId: 't', body: '@Bob?', mentions: ['bob'] }),
    ).threads
    expect(shown?.comments.map(({ body, sending: how }) => [body, how?.state])).toEqual([
      ['two', 'waiting'],
      ['@Bob?', 'waiting'],
    ])
    expect(shown?.comments[1]?.mentions).toEqual([bob])
  })

  it('shows a reply once when the server has it already', () => {
    const [shown] = lay(
      item({ kind: 'reply', id: 'c', threadId: 't', body: 'one', mentions: [] }, 'sent'),
    ).threads
    expect(shown?.comments).toHaveLength(1)
    expect(shown?.comments[0]?.sending).toBeNull()
  })

  it('shows settling, resolving, deleting and muting as done while they wait', () => {
    const shown = lay(
      item({ kind: 'settle', id: 'x', threadId: 't', state: 'withdrawn' }),
      item({ kind: 'resolve', id: 'x', threadId: 't', resolved: true }),
      item({ kind: 'delete', id: 'x', commentId: 'c' }),
      item({ kind: 'mute', id: 'x', ...plan, muted: true }),
    )
    expect(shown.isMuted).toBe(true)
    expect(shown.threads[0]?.proposal?.state).toBe('withdrawn')
    expect(shown.threads[0]?.resolved?.by.personId).toBe('ann')
    expect(shown.threads[0]?.comments[0]).toMatchObject({ isDeleted: true, body: '' })
  })

  it('[Q42] never shows a change that failed as done, and says that it failed', () => {
    const shown = lay(
      item({ kind: 'settle', id: 'x', threadId: 't', state: 'withdrawn' }, 'failed'),
      item({ kind: 'delete', id: 'x', commentId: 'c' }, 'failed'),
      item({ kind: 'mute', id: 'x', ...plan, muted: true }, 'failed'),
    )
    expect(shown.isMuted).toBe(false)
    expect(shown.threads[0]?.proposal?.state).toBe('open')
    expect(shown.threads[0]?.sending).toEqual(sending('failed'))
    expect(shown.threads[0]?.comments[0]).toMatchObject({ body: 'one', sending: sending('failed') })
  })

  it('shows a thread of one’s own and a report before the server has them', () => {
    const begin = { threadId: 'new', place: { kind: 'plan' as const }, body: 'hm', mentions: [] }
    const report = { taskId: 'k', outcome: 'done' as const, figure: null, reason: null, next: null }
    const shown = lay(
      item({ kind: 'begin', id: 'x', ...plan, ...begin, change: null }),
      item({ kind: 'report', id: 'y', ...plan, ...report }),
    )
    expect(shown.threads[1]).toMatchObject({ id: 'new', rev: 0, comments: [{ body: 'hm' }] })
    expect(shown.reports).toMatchObject([{ taskId: 'k', memberId: 'm', taken: null }])
  })
})
