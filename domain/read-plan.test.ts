import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignmentsOf, newPlanDoc, taskKey, tasksOf } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { inGroup, places } from './testing/build-plan.ts'

function taskWith(values: Record<string, unknown>): ReturnType<typeof readPlan>['tasks'][number] {
  const doc = newPlanDoc()
  tasksOf(doc).set('t1', new Y.Map(Object.entries(values)))
  const [task] = readPlan(doc).tasks
  if (!task) throw new Error('the task was not read')
  return task
}

it('[V1] an empty document is an empty plan', () => {
  expect(readPlan(newPlanDoc())).toEqual({ assignments: [], tasks: [], removedTasks: [] })
})

it('[V1] roots of another type are empty, not an error', () => {
  const doc = new Y.Doc()
  doc.getText('assignments').insert(0, 'x')
  doc.getArray('tasks').push([1])
  doc.getMap('review').set('a', 1)
  expect(readPlan(doc)).toEqual({ assignments: [], tasks: [], removedTasks: [] })
})

it('[V2] a slot under a foreign or odd key is no assignment', () => {
  const doc = newPlanDoc()
  const slot = { memberId: 'an', target: inGroup('g1') }
  for (const key of ['be.0', 'an', 'an.01', 'an.-1', 'an.99999', '__proto__.0', 'an.0.0']) {
    assignmentsOf(doc).set(key, slot)
  }
  expect(readPlan(doc).assignments).toEqual([])
})

it('[V2] equal slots are merged, others kept, in the order of member and number', () => {
  const doc = newPlanDoc()
  const put = (key: string, group: string) =>
    assignmentsOf(doc).set(key, { memberId: key.split('.')[0], target: inGroup(group) })
  put('be.10', 'g1')
  put('be.9', 'g2')
  put('an.3', 'g1')
  put('an.11', 'g1')
  put('be.2', 'g1')
  expect(places(readPlan(doc).assignments)).toEqual(['an>g1', 'be>g1', 'be>g2'])
  expect(readPlan(doc).assignments.map((each) => each.slots)).toEqual([
    ['an.3', 'an.11'],
    ['be.2', 'be.10'],
    ['be.9'],
  ])
})

it('[V3] parts of a task that cannot be read take their defaults', () => {
  expect(taskWith({ [taskKey.title]: 7, status: 'late', due: '2026-02-30', doers: 'an' })).toEqual({
    id: 't1',
    title: '',
    field: null,
    doers: [],
    coDoers: [],
    place: null,
    due: null,
    status: 'todo',
    result: '',
    carriedFrom: null,
  })
})

it('[V3] lists lose doubles and strangers, and nobody helps at their own work', () => {
  const task = taskWith({ doers: ['a', 'a', 7, '../x', 'b'], coDoers: ['b', 'c'] })
  expect(task).toMatchObject({ doers: ['a', 'b'], coDoers: ['c'] })
})

it('[V4] texts are composed, well-formed, without unseen characters, and cut', () => {
  const title = new Y.Text(`${'Nguyễn'.normalize('NFD')}\u202E\u0007\nVăn\u{1F33E}`)
  expect(taskWith({ title }).title).toBe('Nguyễn Văn\u{1F33E}')
  expect(taskWith({ title: `${'x'.repeat(599)}\u{1F33E}y` }).title).toBe('x'.repeat(599))
  expect(taskWith({ result: 'a\r\nb\u2028c\td' }).result).toBe('a\nb\nc d')
})

it('[V3] tasks without a valid order come last, ties by id', () => {
  const doc = newPlanDoc()
  const put = (id: string, order: unknown) => tasksOf(doc).set(id, new Y.Map([['order', order]]))
  put('d', 'V')
  put('c', 'V')
  put('b', '')
  put('a', { order: 'A' })
  put('e', 'A')
  expect(readPlan(doc).tasks.map((task) => task.id)).toEqual(['e', 'c', 'd', 'a', 'b'])
})

it('[V1] a hundred thousand keys, half of them junk, are read', () => {
  const doc = newPlanDoc()
  doc.transact(() => {
    for (let at = 0; at < 50_000; at += 1) {
      assignmentsOf(doc).set(`m${at}.0`, { memberId: `m${at}`, target: inGroup('g1') })
      assignmentsOf(doc).set(`junk ${at}`, at)
    }
  })
  expect(readPlan(doc).assignments).toHaveLength(50_000)
})

it('[V2] what a forged __proto__ lends to a value does not count', () => {
  const author = newPlanDoc()
  // Same length, so that the bytes can be forged: Yjs itself would not write such a key.
  assignmentsOf(author).set('an.0', { forgeable: { memberId: 'an', target: inGroup('g1') } })
  const forged = Buffer.from(Y.encodeStateAsUpdate(author))
  forged.write('__proto__', forged.indexOf('forgeable'))
  const doc = newPlanDoc()
  Y.applyUpdate(doc, new Uint8Array(forged))
  const value = assignmentsOf(doc).get('an.0') as { memberId: string }
  expect(value.memberId).toBe('an')
  expect(readPlan(doc).assignments).toEqual([])
})
