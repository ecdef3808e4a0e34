import { expect, it } from 'vitest'
import type { PlanView } from '#domain/plan-view.ts'
import { group } from '#domain/testing/build-roster.ts'
import { meetingSlides, resultPages, slideAt, slideKey } from './meeting-slides.ts'

const groups = [group('g1'), group('g2')]
const plan = (...ids: string[]) => ({ tasks: ids.map((id) => ({ id })) }) as unknown as PlanView
const has = { resultPages: 2, prose: { review: true, focus: false, organisation: false } }

it('[F77] goes through the month in the order of a meeting, and leaves out what is not there', () => {
  expect(meetingSlides({ groups }, plan('t1'), has).map(slideKey)).toEqual([
    'summary',
    'results',
    'results-2',
    'review',
    'group-g1',
    'group-g2',
    'task-t1',
  ])
  const bare = { resultPages: 0, prose: { review: false, focus: false, organisation: false } }
  expect(meetingSlides({ groups: [] }, plan(), bare).map(slideKey)).toEqual(['summary'])
})

it('[F77] stays at the group or task that is shown while others come and go', () => {
  const before = meetingSlides({ groups }, plan('t1', 't2'), has)
  const after = meetingSlides({ groups }, plan('t0', 't1', 't2'), has)
  const at = slideAt(before, 'task-t1', 0)
  expect(slideAt(after, 'task-t1', at)).toBe(at + 1)
  const without = meetingSlides({ groups }, plan('t2'), has)
  expect(slideAt(without, 'task-t1', at)).toBe(at)
  expect(slideAt(without, 'task-gone', 99)).toBe(without.length - 1)
})

it('[F106] every task of the month before is on some page of its results, so many to a page as are read from afar', () => {
  const task = (id: string, status: 'done' | 'doing') => ({
    ...{ id, status, title: id, result: '', groupIds: [] },
  })
  const done = ['a', 'b', 'c', 'd', 'e'].map((id) => task(id, 'done'))
  const open = [task('x', 'doing')]
  const pages = resultPages([...done, ...open])
  expect(pages.map((page) => page.done.map(({ id }) => id))).toEqual([['a', 'b', 'c', 'd'], ['e']])
  expect(pages.map((page) => page.open.map(({ id }) => id))).toEqual([['x'], []])
  expect(resultPages([])).toEqual([{ done: [], open: [] }])
})
