import { expect, it } from 'vitest'
import { doneSince } from './done-since.ts'
import type { TaskView } from './plan-view.ts'
import type { MonthBefore } from './record/record-desk.ts'

const before: MonthBefore = {
  month: '2026-11',
  status: 'drafting',
  tasks: [
    { id: 'a', title: 'Đắp đường', status: 'done', result: 'Xong 2 km', groupIds: [] },
    { id: 'b', title: 'Họp bản', status: 'doing', result: '', groupIds: [] },
  ],
  assignments: [],
}

function carried(id: string, taskId: string | null, changes: Partial<TaskView> = {}): TaskView {
  return {
    id,
    title: id,
    field: null,
    doers: [],
    coDoers: [],
    place: null,
    due: null,
    status: 'todo',
    result: '',
    carriedFrom: taskId === null ? null : { month: '2026-11', taskId, times: 1 },
    ...changes,
  }
}

it('[C6] tells the carried tasks that were done since, and no others', () => {
  const elsewhere = { month: '2026-10', taskId: 'a', times: 2 }
  const tasks = [
    carried('n1', 'a'),
    carried('n2', 'b'),
    carried('n3', null),
    carried('n4', 'a', { status: 'done' }),
    carried('n5', 'gone'),
    carried('n6', null, { carriedFrom: elsewhere }),
  ]
  expect([...doneSince(tasks, before)]).toEqual([['n1', { month: '2026-11', result: 'Xong 2 km' }]])
  expect(doneSince(tasks, null).size).toBe(0)
})
