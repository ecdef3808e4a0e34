import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { setTaskDue } from '#domain/commands/set-task-due.ts'
import { attributed } from '#domain/record/changer.ts'
import { contentChanges } from '#domain/record/content-changes.ts'
import { changePlanForTest } from '../../roster/change-plan-for-test.ts'
import { changersFor } from './changers.ts'
import type { DeskAsker } from './desk.ts'
import { readMonthGround } from './month-ground.ts'
import { openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'

let bed: RecordTestBed
let secretary: DeskAsker
let deputy: DeskAsker
let committee: DeskAsker
beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
  deputy = await bed.signedIn('phobithu')
  committee = await bed.signedIn('chiuy')
})
afterAll(() => bed.close())

const write = ({ personId }: DeskAsker, work: (doc: Y.Doc) => void) =>
  changePlanForTest(bed.database, { ...bed.plan, personId }, work)
const changers = (seq: number, asker = secretary) =>
  changersFor(bed.database, asker, bed.plan.branchId, bed.plan.month, seq)

it('[F93] names who changed what since a row of the log, and nobody for what came before', async () => {
  const [old, fresh] = [randomUUID(), randomUUID()]
  const groupId = await bed.groupId('Na Tông 1', 'Nhóm 3')
  const member = await bed.database.prisma.member.findFirstOrThrow({
    where: { branchId: bed.plan.branchId },
  })
  await write(committee, (doc) => addTask(doc, { id: old, title: 'Vét mương' }))
  const place = { unitId: bed.plan.branchId, above: [bed.communeId] }
  const before = (await readMonthGround(bed.database, place, bed.plan.month)).settled.content
  const { seq } = await bed.desk(secretary)
  expect(await changers(seq)).toEqual([])

  await write(committee, (doc) => addTask(doc, { id: fresh, title: 'Trồng rừng' }))
  await write(deputy, (doc) => {
    setTaskDue(doc, { taskId: old, due: '2026-11-20' })
    assignMember(doc, { memberId: member.id, target: { kind: 'group', id: groupId } })
  })
  const told = await changers(seq)
  expect(told.map(({ personId, things }) => [personId, new Set(things)])).toEqual([
    [deputy.personId, new Set([`task:${old}`, `places:${member.id}`])],
    [committee.personId, new Set([`task:${fresh}`])],
  ])
  const after = (await readMonthGround(bed.database, place, bed.plan.month)).settled.content
  const { changes } = contentChanges(before, after)
  expect(changes).toHaveLength(3)
  expect(attributed(changes, told).every(({ by }) => by.length === 1)).toBe(true)
})

it('[F93] is told to whoever sees the desk, for rows that can be', async () => {
  await expect(changers(0)).rejects.toMatchObject({ code: 'badInput' })
  await expect(changers(Number.NaN)).rejects.toMatchObject({ code: 'badInput' })
  const member = await bed.signedIn('dangvien')
  await expect(changers(1, member)).rejects.toMatchObject({ code: 'noRight' })
})
