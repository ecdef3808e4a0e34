// After every step: what the rows say, beside what the course knows must be there.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { memberPlaces } from '#domain/identity-line.ts'
import { proseParagraphs } from '#domain/prose-text.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import { openPlanDoc } from '../../../log/fold-rows.ts'
import { postgresLog } from '../../../log/postgres-log.ts'
import { recordFor } from '../records.ts'
import { keyOfGroup, type PlanModel, type RecordModel } from './course-model.ts'
import type { CourseWorld } from './course-world.ts'
import { placesIn } from './plan-deeds.ts'

interface RecordRow {
  id: string
  by: string
  version: number
  epoch: number
  seq: number
  sha256: string
  ofText: string
  print: string
  isReopened: boolean
  assignments: number
  tasks: number
}

interface PlanRows {
  id: string
  status: string
  epoch: number
  seq: number
  records: RecordRow[]
  late: { id: string; epoch: number; parts: number; isSettled: boolean; items: unknown[] }[]
  signOffs: { personId: string; sha256: string }[]
  justified: string[]
  audited: Record<string, number> | null
}

const listed = (text: string) => `coalesce((select json_agg(${text}), '[]'::json)`
const read = {
  name: 'course-rows',
  text: `
  select p.id, p.status::text, p.epoch, p.head_seq::int as seq,
    ${listed(`json_build_object('id', r.id, 'by', r.finalised_by, 'version', r.version, 'epoch', r.epoch, 'seq', r.seq,
       'sha256', encode(r.sha256, 'hex'), 'ofText', encode(sha256(convert_to(r.json, 'UTF8')), 'hex'),
       'print', md5(concat(to_jsonb(r), (select string_agg(to_jsonb(a)::text, '' order by a.ordinal)
           from record_assignment a where a.record_id = r.id), (select string_agg(to_jsonb(t)::text, '' order by t.ordinal)
           from record_task t where t.record_id = r.id))),
       'isReopened', exists (select 1 from plan_reopening o where o.record_id = r.id),
       'assignments', (select count(*) from record_assignment a where a.record_id = r.id),
       'tasks', (select count(*) from record_task t where t.record_id = r.id)) order by r.version)
      from plan_record r where r.plan_id = p.id`)} as records,
    ${listed(`json_build_object('id', e.id, 'epoch', e.epoch, 'isSettled', e.settled_at is not null,
       'parts', (select count(*) from late_edit_part t where t.late_edit_id = e.id),
       'items', (select coalesce(json_agg(json_build_array(i.key, i.verdict, i.person_id, i.month) order by i.key collate "C"), '[]')
                   from late_edit_item i where i.late_edit_id = e.id)) order by e.id)
      from late_edit e where e.plan_id = p.id`)} as late,
    ${listed(`json_build_object('personId', s.person_id, 'sha256', encode(s.sha256, 'hex')) order by s.person_id)
      from sign_off s where s.plan_id = p.id`)} as "signOffs",
    ${listed('j.check_key order by j.check_key collate "C") from justification j where j.plan_id = p.id')} as justified,
    (select json_object_agg(a.what, a.times) from (select what, count(*) as times from audit_entry
       where plan_id = p.id group by what) a) as audited
  from plan p where p.branch_id = $1`,
}

/** Follows the logs of one course and holds everything against its account. */
export class CourseCheck {
  readonly #world: CourseWorld
  readonly #docs = new Map<string, { doc: Y.Doc; seq: number }>()

  constructor(world: CourseWorld) {
    this.#world = world
  }

  async check(): Promise<void> {
    const { model, ground } = this.#world
    const values = [ground.branchId]
    const { rows } = await ground.database.pool.query<PlanRows>({ ...read, values })
    expect(rows.map(({ id }) => id).sort()).toEqual(model.plans.map(({ planId }) => planId).sort())
    for (const row of rows) {
      const plan = model.plans.find(({ planId }) => planId === row.id)
      if (plan) await this.#checkPlan(plan, row)
    }
  }

  async #checkPlan(plan: PlanModel, row: PlanRows): Promise<void> {
    checkVersions(plan, row)
    checkDesk(plan, row)
    await this.#checkDraft(plan, row.seq)
    for (const [at, kept] of row.records.entries()) {
      const record = plan.records[at]
      if (!record) throw new Error(`course: nobody made ${kept.id}`)
      if (record.print === null) await this.#checkNew(plan, record, kept, row.seq)
      record.print ??= kept.print
      expect(kept.print, `version ${kept.version} as it was`).toBe(record.print)
    }
  }

  /** The open plan says what was saved, and nothing else. */
  async #checkDraft(plan: PlanModel, seq: number): Promise<void> {
    const held = this.#docs.get(plan.planId) ?? { doc: openPlanDoc(), seq: 0 }
    this.#docs.set(plan.planId, held)
    if (held.seq !== seq) {
      const log = postgresLog(this.#world.ground.database.pool)
      for (const { data } of await log.rowsAfter(plan.planId, BigInt(held.seq))) {
        Y.applyUpdate(held.doc, data)
      }
      held.seq = seq
    }
    const { tasks, removedTasks } = readPlan(held.doc)
    const words = proseParagraphs(held.doc, 'focus').filter((words) => words !== '')
    expect(new Set(words)).toEqual(plan.words)
    expect(placesIn(held.doc).sort()).toEqual([...plan.places].sort())
    const seen = [
      ...tasks.map((task) => [task.id, task.status, false, task.carriedFrom?.taskId ?? null]),
      ...removedTasks.map((task) => [task.id, task.status, true, task.carriedFrom?.taskId ?? null]),
    ]
    const known = [...plan.tasks].map(([id, task]) => [
      id,
      task.status,
      task.isRemoved,
      task.carries,
    ])
    expect(seen.sort()).toEqual(known.sort())
  }

  async #checkNew(
    plan: PlanModel,
    expected: RecordModel,
    kept: RecordRow,
    seq: number,
  ): Promise<void> {
    const { database, asker } = this.#world.ground
    const { record, stored } = await recordFor(database, asker(this.#world.person(0)), kept.id)
    expect(kept).toMatchObject({ id: expected.id, by: expected.by, seq, epoch: plan.epoch - 1 })
    expect(kept.ofText).toBe(kept.sha256)
    expect(stored.sha256).toBe(kept.sha256)
    checkContent(record, expected)
    expect(kept.assignments).toBe(record.content.assignments.length)
    expect(kept.tasks).toBe(record.content.tasks.length)
    expect(record.version).toBe(kept.version)
    expect(record.reopened?.version ?? null).toBe(kept.version === 1 ? null : kept.version - 1)
  }
}

function checkContent(record: MonthRecord, { expected, justified, signedBy }: RecordModel): void {
  const { content, figures } = record
  expect({
    members: content.members.map(({ id, name }) => `${id} ${name}`).sort(),
    groups: content.groups.map(({ id }) => id).sort(),
    places: content.assignments.map(({ memberId, target }) => `${memberId} ${target.id}`).sort(),
    tasks: content.tasks
      .map(({ id, status, carriedFrom }) => `${id} ${status} ${carriedFrom?.taskId ?? null}`)
      .sort(),
  }).toEqual({ ...expected, words: undefined })
  const words = (content.prose.focus.content ?? []).flatMap(({ content: runs = [] }) =>
    runs.map(({ text }) => text),
  )
  expect(new Set(words)).toEqual(new Set(expected.words))
  const { members } = figures
  expect(memberPlaces.reduce((sum, each) => sum + members[each], 0)).toBe(members.all)
  expect(members.all).toBe(expected.members.length)
  expect(figures.groups).toMatchObject({ all: expected.groups.length })
  expect(figures.tasks.all).toBe(expected.tasks.length)
  expect(record.justifications.map(({ checkKey }) => checkKey).sort()).toEqual(
    justified.map(keyOfGroup),
  )
  expect(record.signOffs.map(({ personId }) => personId).sort()).toEqual(signedBy)
}

function checkVersions(plan: PlanModel, { status, epoch, records, audited }: PlanRows): void {
  expect({ status, epoch }).toEqual({ status: plan.status, epoch: plan.epoch })
  expect(records.map(({ version }) => version)).toEqual(records.map((_, at) => at + 1))
  expect(records.map(({ id, isReopened }) => [id, isReopened])).toEqual(
    plan.records.map(({ id, reopenedBy }) => [id, reopenedBy !== null]),
  )
  const current = records.filter(({ isReopened }) => !isReopened)
  expect(current.length, 'current records').toBe(status === 'finalised' ? 1 : 0)
  const reopened = records.length - current.length
  expect(epoch).toBe(1 + records.length + reopened)
  expect([audited?.['finalise'] ?? 0, audited?.['reopen'] ?? 0]).toEqual([records.length, reopened])
}

function checkDesk(plan: PlanModel, { late, signOffs, justified }: PlanRows): void {
  expect(late).toEqual(
    [...plan.late.values()]
      .map(({ id, epoch, parts, isSettled, verdicts }) => ({
        ...{ id, epoch, parts, isSettled },
        items: [...verdicts]
          .map(([key, { verdict, personId, month }]) => [key, verdict, personId, month])
          .sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
  expect(signOffs.map(({ personId, sha256 }) => [personId, sha256])).toEqual(
    [...plan.signOffs].sort(),
  )
  expect(justified).toEqual([...plan.justified].map(keyOfGroup).sort())
}
