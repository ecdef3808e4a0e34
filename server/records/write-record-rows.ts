import type pg from 'pg'
import type { MonthRecord } from '#domain/record/month-record.ts'
import type { RecordContent } from '#domain/record/record-content.ts'

/** What a record says, also as rows, so that months can be asked about without opening any. */
export async function writeRecordRows(client: pg.ClientBase, record: MonthRecord): Promise<void> {
  await writeAssignments(client, record)
  await writeTasks(client, record)
}

async function writeAssignments(client: pg.ClientBase, record: MonthRecord): Promise<void> {
  const { content } = record
  const members = new Map(content.members.map((member) => [member.id, member]))
  const nameOf = placeNames(content)
  const rows = content.assignments.map(({ memberId, target }, index) => ({
    ordinal: index + 1,
    member_id: memberId,
    member_code: members.get(memberId)?.code ?? '',
    member_name: members.get(memberId)?.name ?? '',
    target_kind: target.kind,
    target_id: target.id,
    target_name: nameOf(target.id),
    field: target.kind === 'hamlet' ? target.field : null,
  }))
  await client.query(
    `insert into record_assignment
     select $1, r.ordinal, r.member_id, r.member_code, r.member_name, r.target_kind, r.target_id, r.target_name, r.field
       from jsonb_populate_recordset(null::record_assignment, $2) r`,
    [record.id, JSON.stringify(rows)],
  )
}

async function writeTasks(client: pg.ClientBase, record: MonthRecord): Promise<void> {
  const { content } = record
  const nameOf = placeNames(content)
  const members = new Map(content.members.map(({ id, name }) => [id, name]))
  const names = (ids: readonly string[]) => ids.map((id) => members.get(id) ?? '')
  const rows = content.tasks.map((task, index) => ({
    ordinal: index + 1,
    task_id: task.id,
    title: task.title,
    field: task.field?.code ?? null,
    doers: names(task.doers),
    co_doers: names(task.coDoers),
    place: task.place && placeIds(task.place).map(nameOf).join(', '),
    due: task.due,
    status: task.status,
    result: task.result,
    carried_times: task.carriedFrom?.times ?? 0,
  }))
  await client.query(
    `insert into record_task
     select $1, r.ordinal, r.task_id, r.title, r.field, r.doers, r.co_doers, r.place, r.due, r.status, r.result,
            r.carried_times
       from jsonb_populate_recordset(null::record_task, $2) r`,
    [record.id, JSON.stringify(rows)],
  )
}

function placeIds(place: NonNullable<RecordContent['tasks'][number]['place']>): readonly string[] {
  return place.kind === 'groups' ? place.ids : [place.id]
}

function placeNames({ groups, hamlets }: RecordContent): (id: string) => string {
  const names = new Map([...hamlets, ...groups].map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}
