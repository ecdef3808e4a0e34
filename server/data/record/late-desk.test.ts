import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import type { LateEditView } from '#domain/late/late-view.ts'
import { newPlanDoc } from '#domain/plan-doc.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import { beginPlan } from '../../log/begin-plan.ts'
import { loadPlan } from '../../log/load-plan.ts'
import { postgresLog } from '../../log/postgres-log.ts'
import type { DeskAsker } from './desk.ts'
import { lateDeskFor } from './late-desk.ts'
import { openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'
import { takeRecordAct } from './take-record-act.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const next = '2026-12'
let bed: RecordTestBed
let secretary: DeskAsker
let deputy: DeskAsker
let committee: DeskAsker
let memberId: string
const g = (id: string) => ({ kind: 'group', id }) as const
let groups: string[]
let slept: Uint8Array

type Settle = Extract<RecordAct, { kind: 'settleLate' }>

beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
  deputy = await bed.signedIn('phobithu')
  committee = await bed.signedIn('chiuy')
  memberId = String((await bed.asker('dangvien')).memberId)
  groups = await Promise.all(
    ['Nhóm 3', 'Nhóm 5', 'Nhóm 7'].map((name) => bed.groupId('Na Tông 1', name)),
  )
  await bed.change((doc) => assignMember(doc, { memberId, target: g(groups[0] ?? '') }))
  slept = await bytesNow()
  // What others did while somebody was away, and then the end.
  await bed.change((doc) =>
    moveMember(doc, { memberId, from: g(groups[0] ?? ''), to: g(groups[1] ?? '') }),
  )
  await bed.easeRules()
  await bed.finalise(secretary)
  await beginPlan(bed.database.pool, { ...bed.plan, month: next, personId: secretary.personId })
})
afterAll(() => bed.close())

async function bytesNow(): Promise<Uint8Array> {
  const { doc } = await loadPlan(bed.database.pool, bed.planId)
  return Y.encodeStateAsUpdate(doc)
}

/** Keeps, as the socket would, what somebody did to the plan as it was when they fell asleep. */
async function keep(author: DeskAsker, work: (doc: Y.Doc) => void): Promise<string> {
  const doc = newPlanDoc()
  Y.applyUpdate(doc, slept)
  const parts: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => parts.push(update))
  work(doc)
  let lateEditId: string | null = null
  for (const data of parts) {
    const digest = createHash('sha256').update(data).update(randomUUID()).digest()
    const outcome = await postgresLog(bed.database.pool).keepLateEdit({
      planId: bed.planId,
      epoch: 1,
      personId: author.personId,
      sessionId: author.sessionId,
      continues: lateEditId,
      newId: randomUUID(),
      data,
      digest,
    })
    if (outcome.kind !== 'kept') throw new Error(outcome.kind)
    lateEditId = outcome.lateEditId
  }
  return String(lateEditId)
}

async function editOf(id: string, asker: DeskAsker = secretary): Promise<LateEditView | undefined> {
  const desk = await lateDeskFor(bed.database, asker, bed.plan.branchId, bed.plan.month)
  return desk.edits.find((edit) => edit.id === id)
}

const settle = (asker: DeskAsker, act: Partial<Settle> & Pick<Settle, 'lateEditId' | 'key'>) =>
  takeRecordAct(bed.database, asker, {
    kind: 'settleLate',
    verdict: 'takenUp',
    reason: null,
    month: next,
    ...act,
  })

const isSettled = async (id: string) =>
  (await bed.database.prisma.lateEdit.findUniqueOrThrow({ where: { id } })).settledAt !== null

it('[F70] [F72] lies with the secretary whole, compared with the plan at the end of its epoch', async () => {
  const id = await keep(committee, (doc) => {
    moveMember(doc, { memberId, from: g(groups[0] ?? ''), to: g(groups[2] ?? '') })
    addTask(doc, { id: 'late1', title: 'Họp bản' })
  })
  const edit = await editOf(id)
  expect(edit).toMatchObject({
    author: { personId: committee.personId },
    version: 1,
    items: [
      {
        change: {
          kind: 'places',
          memberId,
          from: [g(groups[1] ?? '')],
          to: [g(groups[2] ?? '')],
        },
        verdict: null,
      },
      { change: { kind: 'task', how: 'added', taskId: 'late1' }, verdict: null },
    ],
  })
  expect(await editOf(id, committee)).toEqual(edit)
  expect(await editOf(id, await bed.signedIn('dangvien'))).toBe(undefined)
  await expect(editOf(id, await bed.signedIn('bithu2'))).rejects.toMatchObject({ code: 'noRight' })
  expect((await bed.desk(secretary)).lateEdits).toBe(1)

  // Whoever may no longer edit is told of their own.
  const { prisma } = bed.database
  const where = { personId: committee.personId }
  await prisma.role.updateMany({ where, data: { role: 'member' } })
  expect((await bed.desk(await bed.signedIn('chiuy'))).lateEdits).toBe(1)
  expect((await bed.desk(await bed.signedIn('dangvien'))).lateEdits).toBe(0)
  await prisma.role.updateMany({ where, data: { role: 'committee' } })
})

it('[F72] [F74] each item is taken up or put aside once, and its author sees by whom and why', async () => {
  const id = await keep(committee, (doc) => {
    unassignMember(doc, { memberId, target: g(groups[0] ?? '') })
    assignMember(doc, { memberId, target: g(groups[2] ?? '') })
    addTask(doc, { id: 'late2', title: 'Phát cỏ' })
  })
  const [places, task] = (await editOf(id))?.items.map(({ key }) => key) ?? []
  const first = { lateEditId: id, key: String(places) }
  const second = { lateEditId: id, key: String(task) }
  const both = await Promise.allSettled([settle(secretary, first), settle(deputy, first)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'alreadySettled' },
  })
  expect(await isSettled(id)).toBe(false)
  const dismissed = { ...second, verdict: 'dismissed', month: null } as const
  await expect(settle(secretary, dismissed)).rejects.toMatchObject({ code: 'badInput' })
  await settle(secretary, { ...dismissed, reason: 'Đã có trong việc 3' })
  await settle(secretary, { ...dismissed, reason: 'Đã có trong việc 3' })
  expect(await isSettled(id)).toBe(true)
  expect((await editOf(id, committee))?.items.map(({ verdict }) => verdict)).toMatchObject([
    { verdict: 'takenUp', month: next, reason: null },
    { verdict: 'dismissed', month: null, reason: 'Đã có trong việc 3' },
  ])
  await settle(deputy, { ...second, verdict: null })
  expect(await isSettled(id)).toBe(false)
  const noted = await bed.database.prisma.auditEntry.count({ where: { what: 'settleLate' } })
  expect(noted).toBe(3)
})

it('[F74] is refused to who may not, for what is not there, and into a plan that takes nothing', async () => {
  const id = await keep(secretary, (doc) => addTask(doc, { id: 'late3', title: 'Làm cầu' }))
  const act = { lateEditId: id, key: 'task:late3' }
  await expect(settle(committee, act)).rejects.toMatchObject({ code: 'noRight' })
  const stranger = await bed.signedIn('bithu2')
  await expect(settle(stranger, act)).rejects.toMatchObject({ code: 'unknownLateEdit' })
  const elsewhere = { ...act, lateEditId: randomUUID() }
  await expect(settle(secretary, elsewhere)).rejects.toMatchObject({ code: 'unknownLateEdit' })
  await expect(settle(secretary, { ...act, key: 'task:other' })).rejects.toMatchObject({
    code: 'badInput',
  })
  const { month } = bed.plan
  await expect(settle(secretary, { ...act, month })).rejects.toMatchObject({
    code: 'planFinalised',
  })
  await expect(settle(secretary, { ...act, month: '2027-02' })).rejects.toMatchObject({
    code: 'noSuchPlan',
  })
  expect((await editOf(id))?.items).toMatchObject([{ verdict: null }])
})

it('[F105] a later month tells whoever settles them how many of the final month before wait', async () => {
  const { month } = bed.plan
  const after = { branchId: bed.plan.branchId, month: next }
  const told = async (asker: DeskAsker) => (await bed.deskOf(asker, after)).lateBefore
  const count = await bed.database.prisma.lateEdit.count({ where: { settledAt: null } })
  const id = await keep(committee, (doc) => addTask(doc, { id: 'late4', title: 'Dọn kênh' }))
  expect(await told(secretary)).toEqual({ month, count: count + 1 })
  expect(await told(deputy)).toEqual({ month, count: count + 1 })
  expect(await told(committee)).toBe(null)
  expect((await bed.desk(secretary)).lateBefore).toBe(null)
  await settle(secretary, { lateEditId: id, key: 'task:late4' })
  expect((await told(secretary))?.count ?? 0).toBe(count)
  await bed.database.pool.query(`update plan set status = 'drafting' where id = $1`, [bed.planId])
  expect(await told(secretary)).toBe(null)
})

it('[F72] what waits is read first and no more than a few MiB at once, and each can be asked for by itself', async () => {
  const { pool } = bed.database
  const large = async (letters: number) => {
    const id = await keep(committee, (doc) =>
      addTask(doc, { id: randomUUID(), title: 'Vét mương' }),
    )
    // As large as one may be, without the work of writing it.
    await pool.query('update late_edit set bytes = $2 where id = $1', [id, letters])
    return id
  }
  const listed = async (lateEditId?: string) => {
    const { branchId, month } = bed.plan
    return lateDeskFor(bed.database, secretary, branchId, month, lateEditId)
  }
  await pool.query('update late_edit set settled_at = clock_timestamp()')
  const settled = (await listed()).edits.length
  const [first, ...others] = [
    await large(900_000),
    await large(1_048_576),
    await large(1_048_576),
    await large(1_048_576),
    await large(1_048_576),
  ]
  const desk = await listed()
  expect(desk.edits.map(({ id }) => id)).toEqual(others.toReversed())
  expect(desk.more).toEqual({ waiting: 1, settled })
  expect((await listed(first)).edits).toMatchObject([{ id: first, items: [{ verdict: null }] }])
  await pool.query('update late_edit set settled_at = clock_timestamp() where id = $1', [others[0]])
  const after = await listed()
  expect(after.edits.map(({ id }) => id)).toEqual([...others.slice(1).toReversed(), first])
  expect(after.more).toEqual({ waiting: 0, settled: settled + 1 })
})
