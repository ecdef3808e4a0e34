import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  hasUnsentWork,
  openOutboxOf,
  writeOutbox,
} from '#app/(workspace)/[branch]/[month]/_session/outbox.ts'
import { PlanStore } from '#app/(workspace)/[branch]/[month]/_session/plan-store.ts'
import { addTask } from '#domain/commands/add-task.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { newPlanDoc, proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { paragraphOf, textOfParagraph } from '#domain/testing/build-prose.ts'
import { type LateMonth, openMonth } from '#server/sync/testing/late-stage.ts'
import { type Node, openStage, type SignedIn, type Stage } from '#server/sync/testing/sync-stage.ts'
import { openLivePlan, planOptions, savingOf } from './live-stage.ts'

let stage: Stage
let node: Node
let months = 0

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
})
afterAll(() => stage.close())

/** A month in which somebody left work unsent, as the browser that was closed keeps it; and then the month ended. */
async function asleep(person: SignedIn, end: (month: LateMonth) => Promise<void>) {
  months += 1
  const month = await openMonth(stage, node, person, months)
  const room = month.room(1)
  const live = openLivePlan(node, room, person)
  await expect.poll(() => savingOf(live).kind).toMatch(/saved|merged/)
  addTask(live.doc, { id: 't1', title: 'Đắp đường' })
  await expect.poll(() => savingOf(live).kind).toMatch(/saved|merged/)
  const copy = newPlanDoc()
  copy.clientID = 70_000 + months
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(live.doc))
  live.end()
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  editTaskText(copy, { taskId: 't1', key: 'title', text: 'Đắp đường bản' })
  addTask(copy, { id: 't2', title: 'Soạn trên nương' })
  proseOf(copy, 'focus').insert(0, [paragraphOf('')])
  for (const letter of 'Trồng quế') {
    const text = textOfParagraph(copy, 'focus', 0)
    text.insert(text.length, letter)
  }
  const database = await openOutboxOf(person.personId)
  const owner = { personId: person.personId, room, clientId: copy.clientID }
  const unsent = updates.map((update, n) => ({ ...owner, n, update }))
  await writeOutbox(database, unsent, [])
  database.close()
  await end(month)
  return { month, updates }
}

it.each([
  ['finalised', (month: LateMonth) => month.finalise(2), 'finalised'],
  ['opened again since', (month: LateMonth) => month.beginNextEpoch(), 'drafting'],
] as const)(
  '[F75] what was left unsent before the month was %s is sent to its own epoch',
  async (_, end, status) => {
    const person = await stage.signIn('committee')
    const { month, updates } = await asleep(person, end)
    const rows = await month.rows()
    const store = new PlanStore({ ...planOptions(node, month.room(2), person), status })
    store.enter()
    await expect.poll(() => store.read().drafts, { timeout: 30_000 }).toHaveLength(1)
    const [kept, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(kept).toMatchObject({ author: person.personId, epoch: 1 })
    const sent = Y.decodeUpdate(Y.mergeUpdates([...(kept?.parts ?? [])])).structs.length
    expect(sent).toBe(Y.decodeUpdate(Y.mergeUpdates(updates)).structs.length)
    const [draft] = store.read().drafts
    expect(draft).toMatchObject({ reason: 'finalised', lateEditId: kept?.id })
    expect(draft?.changes).toMatchObject([
      { kind: 'task', how: 'edited', title: 'Đắp đường bản' },
      { kind: 'task', how: 'added', title: 'Soạn trên nương' },
      { kind: 'prose', part: 'focus', how: 'written', text: 'Trồng quế' },
    ])
    expect(await hasUnsentWork(person.personId)).toBe(false)
    expect(await month.rows()).toBe(rows)
    const { tasks } = readPlan(store.live.doc)
    expect(tasks.find(({ id }) => id === 't1')?.title).toBe('Đắp đường')
    expect(tasks.find(({ id }) => id === 't2')).toBe(undefined)
    store.leave()
    store.live.end()

    const again = new PlanStore({ ...planOptions(node, month.room(2), person), status })
    again.enter()
    await expect.poll(() => again.read().drafts).toHaveLength(1)
    expect(await month.kept()).toHaveLength(1)
    again.leave()
    again.live.end()
  },
)

it('[F75] what the old epoch had after all is forgotten, and nothing is told', async () => {
  const person = await stage.signIn('committee')
  months += 1
  const month = await openMonth(stage, node, person, months)
  const live = openLivePlan(node, month.room(1), person)
  await expect.poll(() => savingOf(live).kind).toMatch(/saved|merged/)
  const updates: Uint8Array[] = []
  live.doc.on('update', (update: Uint8Array) => updates.push(update))
  addTask(live.doc, { id: 't1', title: 'Đã tới nơi' })
  await expect.poll(() => savingOf(live).kind).toMatch(/saved|merged/)
  const { clientID } = live.doc
  live.end()
  const database = await openOutboxOf(person.personId)
  const unsent = { personId: person.personId, room: month.room(1), clientId: clientID, n: 0 }
  await writeOutbox(database, [{ ...unsent, update: updates[0] ?? new Uint8Array() }], [])
  database.close()
  await month.finalise(2)
  const store = new PlanStore({ ...planOptions(node, month.room(2), person), status: 'finalised' })
  store.enter()
  await expect.poll(() => hasUnsentWork(person.personId), { timeout: 30_000 }).toBe(false)
  expect(store.read().drafts).toEqual([])
  expect(await month.kept()).toEqual([])
  store.leave()
  store.live.end()
})
