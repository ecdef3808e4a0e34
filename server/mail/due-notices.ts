import type pg from 'pg'
import { type NoticeView, noticeNeeds } from '#domain/advice/notice-view.ts'
import { can, type Grant } from '#domain/rights.ts'

/** A notice that its person should get by mail now. */
export interface DueNotice {
  id: string
  kind: NoticeView['kind']
  email: string
  personName: string
  branchId: string
  branchName: string
  month: string
  threadId: string | null
  /** Of a mention: who wrote it. Of `signOff`: who asks. */
  byName: string | null
  count: number
  /** Reads the plan in the workspace, not on the light pages. */
  isEditor: boolean
  /** When it last changed, in milliseconds; makes the message's own id. */
  changedAt: number
  /** The instant of the reading, ISO 8601; what comes later is for the next message. */
  readAt: string
}

interface Row extends Omit<DueNotice, 'isEditor'> {
  grants: Grant[]
  above: string[]
}

/** Older ones are left alone, so that a server that was just given its settings sends no heap of old news. */
const oldestHours = 24
const atOnce = 50

const dueNotices = {
  name: 'mail-due-notices',
  text: `
    with recursive wanted as (
      select n.*, p.email, p.full_name, l.branch_id, l.month
        from notice n
        join person p on p.id = n.person_id
        join plan l on l.id = n.plan_id
       where n.read_at is null and p.email is not null and p.disabled_at is null
         and n.updated_at > now() - make_interval(hours => ${oldestHours})
         and (n.kind = 'signOff' or not exists (select 1 from notice_mute m
                          where m.person_id = n.person_id and m.plan_id = n.plan_id))
         and (n.mailed_at is null or (n.kind = 'digest' and n.updated_at > n.mailed_at))
         and (n.kind <> 'digest' or not exists (
               select 1 from notice o
                where o.person_id = n.person_id and o.plan_id = n.plan_id and o.kind = 'digest'
                  and o.mailed_at > now() - $1::int * interval '1 millisecond'))
       order by n.created_at, n.id limit ${atOnce})
    , up(branch_id, id) as (
      select distinct w.branch_id, u.parent_id from wanted w join org_unit u on u.id = w.branch_id
       where u.parent_id is not null
      union
      select up.branch_id, u.parent_id from up join org_unit u on u.id = up.id
       where u.parent_id is not null)
    select w.id, w.kind::text as kind, w.email, w.full_name as "personName", w.branch_id as "branchId",
           b.name as "branchName", w.month, w.thread_id as "threadId", coalesce(a.full_name, s.full_name) as "byName", w.count,
           (extract(epoch from w.updated_at) * 1000)::float8 as "changedAt",
           clock_timestamp()::text as "readAt",
           coalesce((select array_agg(up.id) from up where up.branch_id = w.branch_id), '{}') as above,
           coalesce((select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id))
                       from role r where r.person_id = w.person_id), '[]') as grants
      from wanted w
      join org_unit b on b.id = w.branch_id
      left join comment c on c.id = w.comment_id
      left join person a on a.id = c.author_id
      left join person s on w.kind = 'signOff' and s.id = (w.detail ->> 'by')::uuid
     order by w.created_at, w.id`,
}

/** Reads what is due: mentions and assignments at once, of each plan one digest within `digestEveryMs`. */
export async function readDueNotices(
  client: pg.ClientBase,
  digestEveryMs: number,
): Promise<DueNotice[]> {
  const { rows } = await client.query<Row>({ ...dueNotices, values: [digestEveryMs] })
  return rows.flatMap(({ grants, above, ...notice }) => {
    const place = { unitId: notice.branchId, above }
    const isEditor = can(grants, 'plan.edit', place) || can(grants, 'commune.people', place)
    // Whoever lost the right since hears nothing more, here as on the screen.
    return can(grants, noticeNeeds[notice.kind], place) ? [{ ...notice, isEditor }] : []
  })
}
