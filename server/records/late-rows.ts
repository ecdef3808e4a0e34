// Late edits as rows, each read by its plan.
import type pg from 'pg'

type Client = Pick<pg.Pool, 'query'>

export interface LateEditRow {
  id: string
  personId: string
  name: string
  epoch: number
  /** Of all parts; grows while its connection lives. */
  bytes: number
  at: Date
  /** The version of the record that it was too late for. */
  version: number | null
  /** The last row of the plan's log that its epoch had. */
  seq: string
  parts: Uint8Array[]
}

export interface LateItemRow {
  lateEditId: string
  key: string
  verdict: 'takenUp' | 'dismissed'
  reason: string | null
  month: string | null
  personId: string
  by: string
  at: Date
}

const readEdits = `
  select e.id, e.author as "personId", p.full_name as name, e.epoch, e.bytes, e.created_at as at,
         coalesce((select min(r.version) from plan_record r where r.plan_id = e.plan_id and r.epoch >= e.epoch),
                  (select max(r.version) from plan_record r where r.plan_id = e.plan_id)) as version,
         (select coalesce(max(u.seq), 0) from plan_update u
           where u.plan_id = e.plan_id and u.epoch <= e.epoch)::text as seq,
         (select array_agg(t.data order by t.ordinal) from late_edit_part t where t.late_edit_id = e.id) as parts
    from late_edit e join person p on p.id = e.author
   where e.plan_id = $1 and ($2::uuid is null or e.author = $2) and ($3::uuid is null or e.id = $3)
   order by (e.settled_at is not null), e.created_at desc
   limit 200`

/** The newest 200 that a plan has, those that wait first; of one person, or a single one, when asked so. */
export async function readLateRows(
  client: Client,
  planId: string,
  only: { personId?: string; lateEditId?: string } = {},
): Promise<LateEditRow[]> {
  const values = [planId, only.personId ?? null, only.lateEditId ?? null]
  const { rows } = await client.query<Omit<LateEditRow, 'parts'> & { parts: Buffer[] | null }>(
    readEdits,
    values,
  )
  // Each in memory of its own: what is sent to a thread is copied with whatever it is a window into.
  return rows.map((row) => ({
    ...row,
    parts: (row.parts ?? []).map((part) => new Uint8Array(part)),
  }))
}

const readItems = `
  select i.late_edit_id as "lateEditId", i.key, i.verdict, i.reason, i.month, i.person_id as "personId",
         p.full_name as by, i.at
    from late_edit_item i join person p on p.id = i.person_id where i.late_edit_id = any($1::uuid[])`

/** What was decided about items of these late edits. */
export async function readLateItemRows(
  client: Client,
  lateEditIds: readonly string[],
): Promise<LateItemRow[]> {
  return (await client.query<LateItemRow>(readItems, [lateEditIds])).rows
}
