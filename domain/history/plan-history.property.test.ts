import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newPlanDoc, proseOf } from '../plan-doc.ts'
import type { Target } from '../plan-view.ts'
import { proseParagraphs } from '../prose-text.ts'
import { readPlan } from '../read-plan.ts'
import { targetKey } from '../target.ts'
import { anyCommands, type Command, give } from '../testing/random-commands.ts'
import { RecordedPlan } from '../testing/recorded-plan.ts'
import type { HistoryEntry, TaskFieldChange } from './plan-change.ts'
import { PlanHistory } from './plan-history.ts'

// Hundreds of runs on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 })

const typing = fc.record({ at: fc.nat({ max: 3 }), words: fc.constantFrom('a', 'ễ', ' b') }).map(
  ({ at, words }): Command =>
    (doc) => {
      const block = proseOf(doc, 'focus').get(at)
      const text: unknown = block instanceof Y.XmlElement ? block.get(0) : null
      if (text instanceof Y.XmlText) text.insert(text.length, words)
    },
)
const erasing = fc.nat({ max: 3 }).map(
  (at): Command =>
    (doc) => {
      const prose = proseOf(doc, 'focus')
      if (at < prose.length) prose.delete(at, 1)
    },
)
const steps = fc.array(
  fc.record({
    by: fc.constantFrom('an', 'be', 'ca'),
    command: fc.oneof({ arbitrary: anyCommands, weight: 4 }, typing, erasing),
    isDeaf: fc.boolean(),
    pause: fc.constantFrom(0, 1000, 50_000, 70_000, 900_000),
  }),
  { maxLength: 60 },
)

function record(given: typeof steps extends fc.Arbitrary<infer T> ? T : never): RecordedPlan {
  const plan = new RecordedPlan()
  let made = 0
  for (const { by, command, isDeaf, pause } of given) {
    plan.now += pause
    plan.by(by, (doc) => give(command, doc, () => `${made % 3}-${made++ % 2}`), isDeaf)
  }
  return plan
}

/** What comes of doing to nothing what history tells, the oldest first; a change must find what it says it found. */
class Retold {
  readonly places = new Map<string, Set<string>>()
  readonly tasks = new Map<string, { isThere: boolean; fields: Map<string, unknown> }>()
  readonly texts: string[] = []

  do({ change }: HistoryEntry): void {
    if (change.kind === 'places') this.#move(change.memberId, change.from, change.to)
    if (change.kind === 'prose') this.#write(change.from, change.to)
    if (change.kind !== 'task') return
    const known = this.tasks.get(change.taskId)
    expect(known?.isThere ?? false).toBe(!['added', 'restored'].includes(change.how))
    const fields = known?.fields ?? new Map<string, unknown>()
    for (const field of change.fields) fields.set(field.field, afterwards(fields, field))
    this.tasks.set(change.taskId, { isThere: change.how !== 'removed', fields })
  }

  #move(memberId: string, from: readonly Target[], to: readonly Target[]): void {
    const held = this.places.get(memberId) ?? new Set()
    for (const target of from) expect(held.delete(targetKey(target))).toBe(true)
    for (const target of to) {
      expect(held).not.toContain(targetKey(target))
      held.add(targetKey(target))
    }
    this.places.set(memberId, held)
  }

  #write(from: string, to: string): void {
    if (from !== '') {
      expect(this.texts).toContain(from)
      this.texts.splice(this.texts.indexOf(from), 1)
    }
    if (to !== '') this.texts.push(to)
  }
}

function afterwards(fields: ReadonlyMap<string, unknown>, change: TaskFieldChange): unknown {
  const was = fields.get(change.field)
  if (change.field !== 'doers' && change.field !== 'coDoers') {
    expect(was ?? null).toEqual(
      change.from === '' || change.from === 'todo' ? (was ?? null) : change.from,
    )
    return change.to
  }
  const before = Array.isArray(was) ? was : []
  const { from, to } = change
  return [...before.filter((id) => !from.includes(id)), ...to].sort()
}

it('[H3] what is told, done from the beginning, gives the plan as it is; by whom it is told wrote it', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const plan = record(given)
      const history = new PlanHistory()
      const doc = newPlanDoc()
      for (const row of plan.rows) {
        history.add(row)
        Y.applyUpdate(doc, row.update)
      }
      const retold = new Retold()
      for (const entry of history.entries().reverse()) {
        expect(plan.rows[entry.first.seq - 1]?.personId).toBe(entry.personId)
        expect(plan.rows[entry.last.seq - 1]?.personId).toBe(entry.personId)
        retold.do(entry)
      }
      expectSame(retold, doc)
    }),
    { seed: 20261122, numRuns: 400 },
  )
})

function expectSame(retold: Retold, doc: Y.Doc): void {
  const view = readPlan(doc)
  const held = [...retold.places].flatMap(([memberId, targets]) =>
    [...targets].map((target) => `${memberId} ${target}`),
  )
  expect(held.sort()).toEqual(
    view.assignments.map(({ memberId, target }) => `${memberId} ${targetKey(target)}`).sort(),
  )
  const there = [...retold.tasks].filter(([, { isThere }]) => isThere)
  expect(there.map(([id]) => id).sort()).toEqual(view.tasks.map(({ id }) => id).sort())
  for (const task of view.tasks) {
    const fields = retold.tasks.get(task.id)?.fields
    expect(fields?.get('title') ?? '').toBe(task.title)
    expect(fields?.get('status') ?? 'todo').toBe(task.status)
    expect(fields?.get('doers') ?? []).toEqual([...task.doers].sort())
  }
  const parts = ['review', 'focus', 'organisation'] as const
  const texts = parts.flatMap((part) => proseParagraphs(doc, part)).map((text) => text.trim())
  expect(retold.texts.sort()).toEqual(texts.filter((text) => text !== '').sort())
}

it('[H3] is told the same whether it is read at once or as it grows', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const { rows } = record(given)
      const [atOnce, growing] = [new PlanHistory(), new PlanHistory()]
      for (const row of rows) {
        atOnce.add(row)
        growing.add(row)
        growing.entries()
      }
      expect(growing.entries()).toEqual(atOnce.entries())
    }),
    { seed: 20261122, numRuns: 100 },
  )
})
