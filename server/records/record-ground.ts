import type pg from 'pg'
import type { Place } from '#domain/rights.ts'

/**
 * What a record rests on besides the plan's log, as one short text each: it is another one as soon as any of these rows
 * is written, even with what it says already. `roster` is of people, groups and households; `desk` of everything about
 * finalising, the talk about the plan and the month before included.
 */
export interface RecordGround {
  roster: string
  desk: string
}

const roster = `
  (select string_agg(u.id || ':' || u.xmin, ',' order by u.id) from org_unit u where u.id = any($2)),
  (select string_agg(b.hamlet_id::text, ',' order by b.hamlet_id) from branch_hamlet b where b.branch_id = $1),
  (select string_agg(h.id || ':' || h.xmin, ',' order by h.id) from hamlet h where h.commune_id = any($2)),
  (select string_agg(g.id || ':' || g.xmin, ',' order by g.id) from household_group g
    where g.hamlet_id in (select b.hamlet_id from branch_hamlet b where b.branch_id = $1)),
  (select string_agg(h.id || ':' || h.xmin, ',' order by h.id) from household h
    where h.hamlet_id in (select b.hamlet_id from branch_hamlet b where b.branch_id = $1)
       or h.group_id in (select g.id from household_group g join branch_hamlet b on b.hamlet_id = g.hamlet_id
                          where b.branch_id = $1)),
  (select string_agg(m.id || ':' || m.xmin, ',' order by m.id) from member m where m.branch_id = $1),
  (select string_agg(f.id || ':' || f.xmin, ',' order by f.id) from task_field f
    where f.commune_id is null or f.commune_id = any($2))`

const desk = `
  (select string_agg(c.commune_id || ':' || c.xmin, ',' order by c.commune_id) from commune_rules c
    where c.commune_id = any($2)),
  (select string_agg(r.person_id || ':' || r.role || ':' || p.full_name || ':' || (p.disabled_at is null), ','
                     order by r.person_id, r.role)
     from role r join person p on p.id = r.person_id where r.unit_id = $1),
  (select string_agg(j.check_key || ':' || j.xmin, ',' order by j.check_key) from justification j where j.plan_id = $3),
  (select m.xmin::text from plan_meeting m where m.plan_id = $3),
  (select string_agg(s.person_id || ':' || s.xmin, ',' order by s.person_id) from sign_off s where s.plan_id = $3),
  (select string_agg(u.person_id || ':' || u.device || ':' || u.xmin, ',' order by u.person_id, u.device)
     from unsent_work u where u.plan_id = $3),
  (select a.rev::text from plan_advice a where a.plan_id = $3),
  (select b.id || ':' || b.head_seq || ':' || b.status
     from plan p join plan b on b.branch_id = p.branch_id and b.month < p.month
    where p.id = $3 order by b.month desc limit 1)`

const read = {
  name: 'record-ground',
  text: `select md5(jsonb_build_array(${roster})::text) as roster, md5(jsonb_build_array(${desk})::text) as desk`,
}

/** Reads both as of one moment. */
export async function readGround(
  client: Pick<pg.Pool, 'query'>,
  { unitId, above }: Place,
  planId: string,
): Promise<RecordGround> {
  const values = [unitId, [unitId, ...above], planId]
  const found = await client.query<RecordGround>({ ...read, values })
  if (!found.rows[0]) throw new Error('records: the ground answered nothing')
  return found.rows[0]
}
