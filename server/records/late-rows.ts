// Late edits as rows, each read by its plan.
import type pg from 'pg'
import { limits } from '#domain/wire.ts'

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
}

/** Late edits that are read together, and how many more there are. */
export interface LateRows {
  edits: LateEditRow[]
  more: { waiting: number; settled: number }
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

const mostEdits = 200
/** Of all edits that are read together; a single one may be larger by itself. */
const mostBytes = 4 * limits.maxLateEditBytes

const readEdits = `
  with listed as (
    select id, plan_id, author, epoch, bytes, created_at, settled_at,
           row_number() over place as place, sum(bytes) over place as reached,
           (count(*) filter (where settled_at is null) over ())::int as waiting,
           (count(*) filter (where settled_at is not null) over ())::int as settled
      from late_edit
     where plan_id = $1 and ($2::uuid is null or author = $2) and ($3::uuid is null or id = $3)
    window place as (order by (settled_at is not null), created_at desc, id))
  select e.id, e.author as "personId", p.full_name as name, e.epoch, e.bytes, e.created_at as at,
         coalesce((select min(r.version) from plan_record r where r.plan_id = e.plan_id and r.epoch >= e.epoch),
                  (select max(r.version) from plan_record r where r.plan_id = e.plan_id)) as version,
         (select coalesce(max(u.seq), 0) from plan_update u
           where u.plan_id = e.plan_id and u.epoch <= e.epoch)::text as seq,
         e.settled_at is not null as "isSettled", e.waiting, e.settled
    from listed e join person p on p.id = e.author
   where e.place <= $4 and (e.place = 1 or e.reached <= $5)
   order by e.place`

type ListedRow = LateEditRow & { isSettled: boolean; waiting: number; settled: number }

/**
 * The newest that a plan has, those that wait first, as many as are read at once; of one person, or a single one, when
 * asked so. What they hold is `readLateParts`'s to say.
 */
export async function readLateRows(
  client: Client,
  planId: string,
  only: { personId?: string | undefined; lateEditId?: string | undefined } = {},
): Promise<LateRows> {
  const values = [planId, only.personId ?? null, only.lateEditId ?? null, mostEdits, mostBytes]
  const { rows } = await client.query<ListedRow>(readEdits, values)
  const [{ waiting, settled } = { waiting: 0, settled: 0 }] = rows
  const settledHere = rows.filter(({ isSettled }) => isSettled).length
  return {
    edits: rows,
    more: { waiting: waiting - (rows.length - settledHere), settled: settled - settledHere },
  }
}

const readParts = `
  select late_edit_id as "lateEditId", data from late_edit_part
   where late_edit_id = any($1::uuid[]) order by late_edit_id, ordinal`

/** The updates of these late edits, in their order, by late edit. */
export async function readLateParts(
  client: Client,
  lateEditIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array[]>> {
  const values = [lateEditIds]
  const { rows } = await client.query<{ lateEditId: string; data: Buffer }>(readParts, values)
  const parts = new Map<string, Uint8Array[]>(lateEditIds.map((id) => [id, []]))
  // Each in memory of its own: what is sent to a thread is copied with whatever it is a window into.
  for (const { lateEditId, data } of rows) parts.get(lateEditId)?.push(new Uint8Array(data))
  return parts
}

/** How many bytes a late edit has by now; null when it is not this plan's. */
export async function readLateBytes(
  client: Client,
  planId: string,
  lateEditId: string,
): Promise<number | null> {
  const text = 'select bytes from late_edit where id = $1 and plan_id = $2'
  const { rows } = await client.query<{ bytes: number }>(text, [lateEditId, planId])
  return rows[0]?.bytes ?? null
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
