import { expect, it } from 'vitest'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ProposalState, ThreadView } from '#domain/advice/advice-view.ts'
import { roster } from '../_board/board-test-roster.ts'
import { orderThreads, passesThreadFilter } from './thread-order.ts'

const person = { personId: 'me', name: 'Lò Thị Hoa', role: null }

function thread(id: string, place: AdvicePlace, more: Partial<ThreadView> = {}): ThreadView {
  const at = '2026-12-01T00:00:00.000Z'
  const shape = { id, place, at, anchor: null, epoch: 1, author: person, rev: 1 }
  return { ...shape, resolved: null, comments: [], proposal: null, ...more }
}

function said(at: string, mentions: ThreadView['author'][] = []): ThreadView['comments'][number] {
  return { id: at, author: person, at, editedAt: null, isDeleted: false, body: 'x', mentions }
}

function proposed(state: ProposalState): ThreadView['proposal'] {
  const change = { kind: 'changeDue', taskId: 't', from: null, to: null } as const
  return { change, state, settled: null }
}

const passage = (part: 'review' | 'focus') =>
  ({ kind: 'passage', part, quote: 'x', prefix: '', suffix: '', occurrence: 0 }) as const

const task = { place: null, due: null, status: 'todo', result: '', carriedFrom: null } as const
const view = {
  assignments: [],
  tasks: [{ ...task, id: 't', title: '', field: null, doers: [], coDoers: [] }],
  removedTasks: [],
}
const plan = { view, roster: roster({ members: ['Lò Thị Hoa'], groups: [{}, {}] }) }

it('[Q34] by place: the plan, the text as one reads it with its tasks, groups, members', () => {
  const threads = [
    thread('gone', { kind: 'group', id: 'gone' }),
    thread('member', { kind: 'member', id: 'm1' }),
    thread('group', { kind: 'group', id: 'g2' }),
    thread('task', { kind: 'task', id: 't' }),
    thread('late', passage('focus')),
    thread('early', passage('focus')),
    thread('review', passage('review')),
    thread('plan', { kind: 'plan' }),
  ]
  const passageAt = ({ id }: ThreadView) => (id === 'late' ? 9 : 0)
  expect(orderThreads(threads, 'place', { ...plan, passageAt }).map(({ id }) => id)).toEqual([
    'plan',
    'review',
    'early',
    'late',
    'task',
    'group',
    'member',
    'gone',
  ])
})

it('[Q34] by time: the newest word first', () => {
  const threads = [
    thread('old', { kind: 'plan' }, { comments: [said('2026-12-03T00:00:00.000Z')] }),
    thread('new', { kind: 'plan' }, { at: '2026-12-02T00:00:00.000Z' }),
  ]
  const order = orderThreads(threads, 'time', { ...plan, passageAt: () => 0 })
  expect(order.map(({ id }) => id)).toEqual(['old', 'new'])
})

it('[Q34] a thread is open until it is resolved or its proposal settled; mentions are of open ones', () => {
  const passes = (more: Partial<ThreadView>) =>
    (['open', 'mentionsMe', 'done'] as const).filter((filter) =>
      passesThreadFilter(thread('x', { kind: 'plan' }, more), filter, 'me'),
    )
  const toMe = { comments: [said('1', [person])] }
  expect(passes({})).toEqual(['open'])
  expect(passes(toMe)).toEqual(['open', 'mentionsMe'])
  expect(passes({ ...toMe, resolved: { by: person, at: '2' } })).toEqual(['done'])
  expect(passes({ proposal: proposed('open') })).toEqual(['open'])
  expect(passes({ proposal: proposed('declined') })).toEqual(['done'])
  expect(passes({ comments: [{ ...said('1', [person]), isDeleted: true }] })).toEqual(['open'])
})
