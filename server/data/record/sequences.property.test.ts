import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { DomainError } from '#domain/errors.ts'
import { memberPlaces } from '#domain/identity-line.ts'
import { shiftMonth } from '#domain/months.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import { beginPlan } from '../../log/begin-plan.ts'
import { loadPlan } from '../../log/load-plan.ts'
import { changePlanForTest } from '../../roster/change-plan-for-test.ts'
import type { DeskAsker } from './desk.ts'
import { type MonthAct, meeting, openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'
import { recordFor } from './records.ts'
import { takeRecordAct } from './take-record-act.ts'

/** One thing that somebody does in the course of a month. */
type Step =
  | { do: 'assign' | 'unassign'; member: number; group: number }
  | { do: 'addTask' | 'finishTask' | 'signOff' | 'finalise' | 'reopen' }

const place = { member: fc.nat(5), group: fc.nat(3) }
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('assign' as const), ...place }), weight: 3 },
  fc.record({ do: fc.constant('unassign' as const), ...place }),
  { arbitrary: fc.constant({ do: 'addTask' } as const), weight: 2 },
  fc.constant({ do: 'finishTask' } as const),
  fc.constant({ do: 'signOff' } as const),
  { arbitrary: fc.constant({ do: 'finalise' } as const), weight: 2 },
  { arbitrary: fc.constant({ do: 'reopen' } as const), weight: 2 },
)

let bed: RecordTestBed
let secretary: DeskAsker
let memberIds: string[]
let groupIds: string[]
let month = '2027-01'
beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
  await bed.easeRules()
  const { branchId } = bed.plan
  const members = await bed.database.prisma.member.findMany({ where: { branchId }, take: 6 })
  memberIds = members.map(({ id }) => id)
  groupIds = await Promise.all(
    ['Nhóm 1', 'Nhóm 2', 'Nhóm 3', 'Nhóm 4'].map((name) => bed.groupId('Na Tông 1', name)),
  )
})
afterAll(() => bed.close())

/** Refusals are answers; everything else is a fault. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  })
}

class Course {
  readonly plan = { branchId: bed.plan.branchId, month }
  /** What each version said when it was written. */
  readonly written = new Map<string, string>()
  planId = ''

  async begin(): Promise<void> {
    this.planId = await beginPlan(bed.database.pool, {
      ...this.plan,
      personId: secretary.personId,
    })
    await this.#act(meeting)
  }

  async take(given: Step): Promise<void> {
    if (given.do === 'finalise') await attempt(() => this.#finalise())
    else if (given.do === 'reopen') await attempt(() => this.#reopen())
    else if (given.do === 'signOff') await attempt(async () => this.#act(await this.#signOff()))
    else await this.#edit(given)
    await this.check()
  }

  async #finalise(): Promise<void> {
    const recordId = randomUUID()
    const { sha256 } = await this.#signOff()
    await this.#act({ kind: 'finalise', recordId, sha256 })
    this.written.set(recordId, (await recordFor(bed.database, secretary, recordId)).stored.json)
  }

  async #reopen(): Promise<void> {
    const recordId = [...this.written.keys()].at(-1) ?? randomUUID()
    await this.#act({ kind: 'reopen', recordId, reason: 'Còn sót việc' })
  }

  async #signOff() {
    const desk = await bed.deskOf(secretary, this.plan)
    return { kind: 'signOff', sha256: desk.contentSha256 } as const
  }

  #act(act: MonthAct): Promise<unknown> {
    return takeRecordAct(bed.database, secretary, { ...this.plan, ...act })
  }

  /** As the socket would: the log takes nothing while the month is final. */
  async #edit(given: Step): Promise<void> {
    const plan = await bed.database.prisma.plan.findUniqueOrThrow({ where: { id: this.planId } })
    if (plan.status === 'finalised') return
    const by = { ...this.plan, personId: secretary.personId }
    await changePlanForTest(bed.database, by, (doc) => edit(doc, given))
  }

  async check(): Promise<void> {
    const { prisma } = bed.database
    const rows = await prisma.planRecord.findMany({
      where: { planId: this.planId },
      orderBy: { version: 'asc' },
      include: { reopening: true, _count: { select: { assignments: true, tasks: true } } },
    })
    const plan = await prisma.plan.findUniqueOrThrow({ where: { id: this.planId } })
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, at) => at + 1))
    const open = rows.filter(({ reopening }) => reopening === null)
    expect(open.length, 'current records').toBe(plan.status === 'finalised' ? 1 : 0)
    expect(plan.epoch).toBe(1 + rows.length + rows.filter((row) => row.reopening).length)
    for (const row of rows) {
      expect(row.json).toBe(this.written.get(row.id))
      const record: MonthRecord = JSON.parse(row.json)
      const { members } = record.figures
      expect(memberPlaces.reduce((sum, each) => sum + members[each], 0)).toBe(members.all)
      expect(row._count.assignments).toBe(record.content.assignments.length)
      expect(row._count.tasks).toBe(record.content.tasks.length)
    }
  }

  /** The next month takes each unfinished task over once, and each standing assignment. */
  async checkCarriedOver(): Promise<void> {
    const { pool } = bed.database
    const own = readPlan((await loadPlan(pool, this.planId)).doc)
    const next = { ...this.plan, month: shiftMonth(this.plan.month, 1) }
    const nextId = await beginPlan(pool, { ...next, personId: secretary.personId })
    const taken = readPlan((await loadPlan(pool, nextId)).doc)
    const unfinished = own.tasks.filter(({ status }) => status === 'todo' || status === 'doing')
    expect(taken.tasks.flatMap(({ carriedFrom }) => carriedFrom?.taskId ?? []).sort()).toEqual(
      unfinished.map(({ id }) => id).sort(),
    )
    expect(taken.assignments).toHaveLength(own.assignments.length)
    await this.check()
  }
}

function edit(doc: Y.Doc, given: Step): void {
  const { tasks, assignments } = readPlan(doc)
  const todo = tasks.find(({ status }) => status === 'todo')
  if (given.do === 'addTask') addTask(doc, { id: randomUUID(), title: 'Vét mương' })
  if (given.do === 'finishTask' && todo) setTaskStatus(doc, { taskId: todo.id, status: 'done' })
  if (given.do !== 'assign' && given.do !== 'unassign') return
  const memberId = memberIds[given.member] ?? ''
  const target = { kind: 'group', id: groupIds[given.group] ?? '' } as const
  const isHeld = assignments.some(
    (each) => each.memberId === memberId && each.target.id === target.id,
  )
  if (isHeld !== (given.do === 'unassign')) return
  if (isHeld) unassignMember(doc, { memberId, target })
  else assignMember(doc, { memberId, target })
}

it('[F14] any course of a month keeps one current record per final month, all of them as written', {
  timeout: 300_000,
}, async () => {
  const seed = Number(inject('seed') || Date.now() % 1_000_000_007)
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 4, maxLength: 14 }),
    async (steps) => {
      month = shiftMonth(month, 2)
      const course = new Course()
      await course.begin()
      for (const given of steps) await course.take(given)
      await course.checkCarriedOver()
    },
  )
  await fc.assert(property, { numRuns: 6, seed, endOnFailure: true })
})
