import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { LivePlan } from '#app/(workspace)/[branch]/[month]/_session/live-plan.ts'
import {
  hasUnsentWork,
  openOutboxOf,
  writeOutbox,
} from '#app/(workspace)/[branch]/[month]/_session/outbox.ts'
import { peopleHereOf } from '#app/(workspace)/[branch]/[month]/_session/people-here.ts'
import { PlanStore } from '#app/(workspace)/[branch]/[month]/_session/plan-store.ts'
import { presenceVerbs } from '#app/(workspace)/[branch]/[month]/_session/presence.ts'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { newPlanDoc, proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { limits } from '#domain/wire.ts'
import { loadPlan } from '#server/log/load-plan.ts'
import { type Node, openStage, type SignedIn, type Stage } from '#server/sync/testing/sync-stage.ts'
import { openLivePlan, planOptions, savingOf } from './live-stage.ts'

const group = (id: string) => ({ kind: 'group', id }) as const

let stage: Stage
let node: Node
const plans: LivePlan[] = []

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
})
afterEach(() => {
  for (const plan of plans.splice(0)) plan.end()
})
afterAll(() => stage.close())

function open(person: SignedIn, at: Node = node): LivePlan {
  const live = openLivePlan(at, stage.room, person)
  plans.push(live)
  return live
}

/** Open, and everything durable; `merged` is `saved` with the news of what came together. */
async function openSaved(person: SignedIn): Promise<LivePlan> {
  const live = open(person)
  await expect.poll(() => savingOf(live).kind).toMatch(/saved|merged/)
  return live
}

async function storedView() {
  const plan = await stage.database.prisma.plan.findUniqueOrThrow({
    where: { branchId_month: { branchId: stage.branchId, month: stage.month } },
  })
  return readPlan((await loadPlan(stage.database.pool, plan.id)).doc)
}

describe('saved', () => {
  it('[W15] is said when the database has it, and not in the moment of the edit', async () => {
    const live = await openSaved(await stage.signIn('secretary'))
    for (let n = 0; n < 20; n += 1) {
      addTask(live.doc, { id: `t${n}`, title: `Việc ${n}` })
      expect(savingOf(live).kind).toBe('sending')
      await expect.poll(() => savingOf(live).kind, { interval: 1 }).toBe('saved')
      expect((await storedView()).tasks.map(({ id }) => id)).toContain(`t${n}`)
    }
  })

  it('is not said while the row of the plan is locked: sending, then not saved within three seconds', async () => {
    const live = await openSaved(await stage.signIn('secretary'))
    const holder = await stage.database.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from plan for update')
    const editedAt = Date.now()
    addTask(live.doc, { id: 'held', title: 'Chờ' })
    const seen = new Set<string>()
    await expect
      .poll(
        () => {
          seen.add(savingOf(live).kind)
          return savingOf(live).kind
        },
        { timeout: 20_000, interval: 20 },
      )
      .toBe('unanswered')
    // Promised within three seconds; a machine that stands still for one must not make it a lie.
    expect(Date.now() - editedAt).toBeLessThan(15_000)
    expect([...seen]).toEqual(['sending', 'unanswered'])
    await holder.query('commit')
    holder.release()
    await expect.poll(() => savingOf(live).kind).toBe('saved')
    expect((await storedView()).tasks.map(({ id }) => id)).toContain('held')
  })
})

describe('work that could not be sent', () => {
  it('[W16] survives the end of the page and is sent once, by the next visit', async () => {
    const person = await stage.signIn('deputy')
    const other = await stage.openNode()
    const away = open(person, other)
    await expect.poll(() => savingOf(away).kind).toBe('saved')
    await other.close()
    await expect.poll(() => savingOf(away).kind).toBe('reconnecting')
    assignMember(away.doc, { memberId: 'm7', target: group('g7') })
    addTask(away.doc, { id: 'offline', title: 'Soạn khi mất mạng' })
    expect(away.hasUnsaved()).toBe(true)
    await expect.poll(() => away.unsent?.isIdle()).toBe(true)
    away.end()
    expect(await hasUnsentWork(person.personId)).toBe(true)

    const back = await openSaved(person)
    await expect.poll(() => readPlan(back.doc).tasks.some(({ id }) => id === 'offline')).toBe(true)
    await expect.poll(() => savingOf(back)).toMatchObject({ kind: 'merged', sent: 2 })
    const stored = await storedView()
    expect(stored.tasks.filter(({ id }) => id === 'offline')).toHaveLength(1)
    expect(stored.assignments.filter(({ memberId }) => memberId === 'm7')).toHaveLength(1)
    await expect.poll(() => back.unsent?.isIdle()).toBe(true)
    expect(await hasUnsentWork(person.personId)).toBe(false)
  })

  it('[W16] survives also when it was sent and nobody said that it is saved', async () => {
    const person = await stage.signIn('deputy')
    const live = await openSaved(person)
    const holder = await stage.database.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from plan for update')
    addTask(live.doc, { id: 'sent', title: 'Gửi rồi, chưa lưu' })
    await expect.poll(() => savingOf(live).kind).toBe('unanswered')
    await expect.poll(() => live.unsent?.isIdle()).toBe(true)
    live.end()
    expect(await hasUnsentWork(person.personId)).toBe(true)
    await holder.query('commit')
    holder.release()
    const back = await openSaved(person)
    await expect.poll(() => back.unsent?.isIdle()).toBe(true)
    expect((await storedView()).tasks.filter(({ id }) => id === 'sent')).toHaveLength(1)
    expect(await hasUnsentWork(person.personId)).toBe(false)
  })

  it('[W16] is wiped when another person signs in', async () => {
    const person = await stage.signIn('committee')
    const other = await stage.openNode()
    const away = open(person, other)
    await expect.poll(() => savingOf(away).kind).toBe('saved')
    await other.close()
    addTask(away.doc, { id: 'wiped', title: 'Của người trước' })
    await expect.poll(() => away.unsent?.isIdle()).toBe(true)
    away.end()
    await openSaved(await stage.signIn('committee'))
    expect(await hasUnsentWork(person.personId)).toBe(false)
    await openSaved(person)
    expect((await storedView()).tasks.some(({ id }) => id === 'wiped')).toBe(false)
  })

  it('is merged after a reconnect, with what others did, and both are told of moves that crossed', async () => {
    const ann = await stage.signIn('secretary', 'Lò Thị An')
    const binh = await stage.signIn('committee', 'Quàng Văn Bình')
    const other = await stage.openNode()
    const here = await openSaved(binh)
    assignMember(here.doc, { memberId: 'm1', target: group('g1') })
    await expect.poll(() => savingOf(here).kind).toBe('saved')

    const store = new PlanStore(planOptions(other, stage.room, ann))
    store.enter()
    await expect.poll(() => store.readSaving().kind).toBe('saved')
    await expect.poll(() => readPlan(store.live.doc)).toEqual(readPlan(here.doc))
    await other.close()
    moveMember(store.live.doc, { memberId: 'm1', from: group('g1'), to: group('g3') })
    moveMember(here.doc, { memberId: 'm1', from: group('g1'), to: group('g5') })
    await expect.poll(() => savingOf(here).kind).toBe('saved')
    store.live.end()

    const again = new PlanStore(planOptions(node, stage.room, ann))
    again.enter()
    await expect.poll(() => again.readSaving().kind).toBe('merged')
    const kept = readPlan(again.live.doc).assignments.filter(({ memberId }) => memberId === 'm1')
    expect(kept).toHaveLength(1)
    expect(again.read().contested).toMatchObject([
      { memberId: 'm1', mine: group('g3'), theirs: group('g5'), kept: kept[0]?.target },
    ])
    await expect.poll(() => readPlan(here.doc)).toEqual(readPlan(again.live.doc))
    again.live.end()
  })
})

describe('a refusal', () => {
  it('[W17] replaces the document and offers what was refused, in words', async () => {
    const store = new PlanStore(planOptions(node, stage.room, await stage.signIn('member')))
    store.enter()
    await expect.poll(() => store.read().isOpen).toBe(true)
    expect(store.read()).toMatchObject({ right: 'view', readOnlyBecause: 'right' })
    await expect.poll(() => store.readSaving().kind).toBe('saved')
    const forged = store.live
    addTask(forged.doc, { id: 'forged', title: 'Không được phép' })
    await expect.poll(() => store.read().generation).toBe(1)
    expect(store.live).not.toBe(forged)
    await expect
      .poll(() => store.readSaving())
      .toMatchObject({ kind: 'refused', reason: 'readOnly' })
    expect(store.read().drafts).toMatchObject([
      { reason: 'readOnly', changes: [{ kind: 'task', how: 'added', title: 'Không được phép' }] },
    ])
    expect(readPlan(store.live.doc).tasks.some(({ id }) => id === 'forged')).toBe(false)
    expect((await storedView()).tasks.some(({ id }) => id === 'forged')).toBe(false)
    const [draft] = store.read().drafts
    if (draft) await store.forgetDraft(draft)
    await expect.poll(() => store.readSaving().kind).toBe('saved')
    store.live.end()
  })

  it('[W17] of a text that fits into no frame comes from the browser itself; the rest goes on', async () => {
    const store = new PlanStore(planOptions(node, stage.room, await stage.signIn('secretary')))
    store.enter()
    await expect.poll(() => store.readSaving().kind).toMatch(/saved|merged/)
    addTask(store.live.doc, { id: 'before', title: 'Trước đó' })
    const first = store.live
    const pasted = new Y.XmlElement('paragraph')
    pasted.insert(0, [new Y.XmlText('Dài'.repeat(limits.maxFrameBytes / 3))])
    proseOf(first.doc, 'focus').insert(0, [pasted])
    await expect.poll(() => store.read().generation).toBe(1)
    await expect
      .poll(() => store.readSaving())
      .toMatchObject({ kind: 'refused', reason: 'tooLarge' })
    expect(store.read().drafts).toMatchObject([{ reason: 'tooLarge' }])
    const ids = async () => (await storedView()).tasks.map(({ id }) => id)
    expect(await ids()).toContain('before')
    expect(proseOf(store.live.doc, 'focus').toJSON()).not.toContain('DàiDài')
    const [draft] = store.read().drafts
    if (draft) await store.forgetDraft(draft)
    addTask(store.live.doc, { id: 'afterwards', title: 'Sau đó' })
    await expect.poll(() => store.readSaving().kind).toBe('saved')
    expect(await ids()).toContain('afterwards')
    store.live.end()
  })
})

describe('what is not one’s own work', () => {
  it('[W7] is never sent: a viewer of crossing edits is refused nothing', async () => {
    const [ann, binh] = [
      await openSaved(await stage.signIn('secretary')),
      await openSaved(await stage.signIn('deputy')),
    ]
    const viewer = new PlanStore(planOptions(node, stage.room, await stage.signIn('cadre')))
    viewer.enter()
    await expect.poll(() => viewer.read().isOpen).toBe(true)
    const pasted = new Y.XmlElement('paragraph')
    pasted.insert(0, [new Y.XmlText('đường vào bản')])
    proseOf(ann.doc, 'review').insert(0, [pasted])
    const words = (doc: Y.Doc) => {
      const paragraph = proseOf(doc, 'review').get(0)
      const inside = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
      return inside instanceof Y.XmlText ? inside : null
    }
    await expect.poll(() => words(binh.doc)?.length).toBe(13)
    // In one turn, so that neither knows of the other: the marks end up around nothing.
    words(ann.doc)?.format(1, 3, { bold: {} })
    words(binh.doc)?.delete(0, 13)
    for (const live of [ann, binh])
      await expect.poll(() => savingOf(live).kind).toMatch(/saved|merged/)
    addTask(ann.doc, { id: 'crossed', title: 'Sau đó' })
    await expect
      .poll(() => readPlan(viewer.live.doc).tasks.some(({ id }) => id === 'crossed'))
      .toBe(true)
    expect(words(viewer.live.doc)?.length).toBe(0)
    expect(viewer.read()).toMatchObject({ generation: 0, drafts: [] })
    expect(viewer.readSaving().kind).toBe('saved')
    viewer.live.end()
  })

  it('[W17] is no draft of nobody: what builds on work that is gone is kept for copying', async () => {
    const person = await stage.signIn('committee')
    const doc = newPlanDoc()
    addTask(doc, { id: 'gone', title: 'Phần mất' })
    const before = Y.encodeStateVector(doc)
    editTaskText(doc, { taskId: 'gone', key: 'title', text: 'Phần mất và phần sau' })
    const database = await openOutboxOf(person.personId)
    const unsent = { personId: person.personId, room: stage.room, clientId: doc.clientID, n: 1 }
    await writeOutbox(database, [{ ...unsent, update: Y.encodeStateAsUpdate(doc, before) }], [])
    database.close()
    const store = new PlanStore(planOptions(node, stage.room, person))
    store.enter()
    await expect.poll(() => store.read().drafts).toMatchObject([{ reason: 'invalid' }])
    await expect.poll(() => hasUnsentWork(person.personId)).toBe(false)
    expect(store.read().generation).toBe(1)
    store.live.end()
  })
})

describe('work that comes too late', () => {
  it('[W17] is kept on the server for the secretary, and its author reads so', async () => {
    const person = await stage.signIn('committee')
    const other = await stage.openNode()
    const away = open(person, other)
    await expect.poll(() => savingOf(away).kind).toMatch(/saved|merged/)
    await other.close()
    addTask(away.doc, { id: 'late', title: 'Soạn khi tháng đã chốt' })
    await expect.poll(() => away.unsent?.isIdle()).toBe(true)
    away.end()
    const { prisma } = stage.database
    const where = { branchId_month: { branchId: stage.branchId, month: stage.month } }
    await prisma.plan.update({ where, data: { status: 'finalised' } })

    const store = new PlanStore(planOptions(node, stage.room, person))
    store.enter()
    await expect
      .poll(() => store.readSaving())
      .toMatchObject({ kind: 'refused', reason: 'finalised' })
    const [draft] = store.read().drafts
    expect(draft).toMatchObject({ changes: [{ kind: 'task', title: 'Soạn khi tháng đã chốt' }] })
    const kept = await prisma.lateEdit.findMany({ where: { author: person.personId } })
    expect(kept.map(({ id }) => id)).toEqual([draft?.lateEditId])
    expect((await storedView()).tasks.some(({ id }) => id === 'late')).toBe(false)
    store.live.end()
    await prisma.plan.update({ where, data: { status: 'drafting' } })
  })
})

describe('a final close', () => {
  it('asks to sign in again when the session has ended, and keeps the work', async () => {
    const person = await stage.signIn('deputy')
    const live = await openSaved(person)
    await stage.database.prisma.session.update({
      where: { id: person.sessionId },
      data: { endedAt: new Date() },
    })
    await expect.poll(() => savingOf(live)).toMatchObject({ kind: 'closed', why: 'signInAgain' })
    addTask(live.doc, { id: 'after', title: 'Sau khi hết phiên' })
    expect(savingOf(live)).toMatchObject({ kind: 'closed', hasPending: true })
    await expect.poll(() => live.unsent?.isIdle()).toBe(true)
    live.end()
    await openSaved(await stage.signInAgain(person))
    await expect
      .poll(async () => (await storedView()).tasks.some(({ id }) => id === 'after'))
      .toBe(true)
  })
})

describe('people here', () => {
  it('are named by the server, and nobody repeats what others say', async () => {
    const ann = await openSaved(await stage.signIn('secretary', 'Lò Thị An'))
    const binh = await openSaved(await stage.signIn('committee', 'Quàng Văn Bình'))
    const names = () =>
      peopleHereOf(ann.awareness)
        .read()
        .map(({ name }) => name)
    await expect.poll(names).toEqual(['Lò Thị An', 'Quàng Văn Bình'])
    let heard = 0
    ann.awareness.on('update', () => {
      heard += 1
    })
    presenceVerbs(binh.awareness).setDrag({ memberId: 'm1', from: null, over: group('g1') })
    await expect
      .poll(
        () =>
          peopleHereOf(ann.awareness)
            .read()
            .find(({ isMe }) => !isMe)?.drag?.memberId,
      )
      .toBe('m1')
    const told = heard
    // Without the split of one's own state, each message would come back for ever.
    await expect.poll(() => new Promise((done) => setTimeout(() => done(heard), 300))).toBe(told)
    expect(told).toBeLessThan(4)
  })
})
