import { describe, expect, it } from 'vitest'
import type { PlanView, TaskView } from '#domain/plan-view.ts'
import { taskNews } from './task-news.ts'

const task: TaskView = {
  id: 't1',
  title: 'Làm xong thẻ bảo hiểm y tế',
  field: null,
  doers: [],
  coDoers: [],
  place: null,
  due: null,
  status: 'todo',
  result: '',
  carriedFrom: null,
}
const view = (tasks: TaskView[], removedTasks: TaskView[]): PlanView => ({
  assignments: [],
  tasks,
  removedTasks,
})

describe('[T6] news of removed tasks', () => {
  it('tells the one who writes in a task that it was taken out', () => {
    expect(taskNews(view([task], []), view([], [task]), 't1')).toEqual([
      { kind: 'removedUnderMe', task },
    ])
  })

  it('does not bother those who write elsewhere', () => {
    expect(taskNews(view([task], []), view([], [task]), 't2')).toEqual([])
    expect(taskNews(view([task], []), view([], [task]), null)).toEqual([])
  })

  it('brings an edit of a removed task to notice', () => {
    const edited = { ...task, result: 'xong 1/2 hộ' }
    expect(taskNews(view([], [task]), view([], [edited]), null)).toEqual([
      { kind: 'editedAfterRemoval', task: edited },
    ])
    expect(taskNews(view([], [task]), view([], [task]), null)).toEqual([])
  })
})
