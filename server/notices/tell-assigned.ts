import type pg from 'pg'
import { type NewWork, newlyAssigned } from '#domain/advice/newly-assigned.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { can, type Grant, type Place } from '#domain/rights.ts'
import { readPlace } from '../auth/place.ts'
import { announce } from '../db/announce.ts'
import { inTransaction } from '../db/transaction.ts'
import type { HouseReaders } from '../log/house-readers.ts'
import { assignedDetail } from './assigned-detail.ts'
import type { DuePlan } from './due-plans.ts'

interface Concerned {
  id: string
  memberId: string
  grants: Grant[]
  /** The notice that they have not read yet, if there is one. */
  noticeId: string | null
  detail: unknown
}

/**
 * Tells people of groups and tasks that others gave them in a plan: of what is different from when they were last told,
 * each in one notice. Any number of nodes may be at it; each change is told once. False when another node does.
 */
export async function tellAssigned(
  pool: pg.Pool,
  readers: HouseReaders,
  plan: DuePlan,
): Promise<boolean> {
  const { planId, told, head } = plan
  const question = { groupId: null, before: null, after: told, most: 100_000 }
  const [before, after, { entries }] = await Promise.all([
    readers.plans.readPast(pool, planId, BigInt(told)),
    readers.plans.readPast(pool, planId, BigInt(head)),
    readers.history.read(pool, planId, question),
  ])
  const work = newlyAssigned(before.view, after.view, entries)
  const place = await readPlace({ pool }, plan.branchId)
  if (place === null) throw new Error(`notices: no branch ${plan.branchId}`)
  return inTransaction(pool, '', async (client) => {
    if (!(await takeTurn(client, plan))) return false
    const people = await readConcerned(client, plan, place, work)
    if (await writeNotices(client, planId, people, after.view, work)) {
      await announce(client, { kind: 'changed', what: 'comments', branchIds: [plan.branchId] })
    }
    await client.query('update plan_advice set noticed_seq = $2 where plan_id = $1', [planId, head])
    return true
  })
}

/** False when another node tells of this plan, or has told already. */
async function takeTurn(client: pg.PoolClient, { planId, told }: DuePlan): Promise<boolean> {
  await client.query(
    'insert into plan_advice (plan_id) values ($1) on conflict (plan_id) do nothing',
    [planId],
  )
  const turn = await client.query<{ noticed_seq: string }>(
    'select noticed_seq from plan_advice where plan_id = $1 for update skip locked',
    [planId],
  )
  const [row] = turn.rows
  return row !== undefined && Math.max(Number(row.noticed_seq), 1) === told
}

/** True when somebody's notices are others now. */
async function writeNotices(
  client: pg.PoolClient,
  planId: string,
  people: readonly Concerned[],
  view: PlanView,
  work: readonly NewWork[],
): Promise<boolean> {
  let changed = false
  for (const person of people) {
    const own = work.find(({ memberId }) => memberId === person.memberId)
    const wanted = assignedDetail(view, person, own, person.detail)
    if (wanted === null || wanted.isNew || person.noticeId !== null) {
      changed = (await writeNotice(client, planId, person, wanted)) || changed
    }
  }
  return changed
}

async function writeNotice(
  client: pg.PoolClient,
  planId: string,
  { id, noticeId }: Concerned,
  wanted: ReturnType<typeof assignedDetail>,
): Promise<boolean> {
  if (wanted === null) {
    if (noticeId === null) return false
    await client.query('delete from notice where id = $1', [noticeId])
  } else if (noticeId === null) {
    await client.query(
      `insert into notice (id, person_id, plan_id, kind, detail)
       values (gen_random_uuid(), $1, $2, 'assigned', $3)`,
      [id, planId, JSON.stringify(wanted.detail)],
    )
  } else {
    // What is new is to be mailed too; that something old is gone is no reason to write again.
    await client.query(
      `update notice set detail = $2,
              updated_at = case when $3 then clock_timestamp() else updated_at end,
              mailed_at = case when $3 then null else mailed_at end
        where id = $1`,
      [noticeId, JSON.stringify(wanted.detail), wanted.isNew],
    )
  }
  return true
}

/** Who got something or has not read what they got, may see the plan and did not mute it. */
async function readConcerned(
  client: pg.PoolClient,
  { planId }: DuePlan,
  place: Place,
  work: readonly NewWork[],
): Promise<Concerned[]> {
  const found = await client.query<Concerned>(
    `select p.id, p.member_id as "memberId", n.id as "noticeId", n.detail,
            coalesce((select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id))
                        from role r where r.person_id = p.id), '[]'::json) as grants
       from person p
       left join notice n on n.person_id = p.id and n.plan_id = $1
                         and n.kind = 'assigned' and n.read_at is null
      where p.disabled_at is null and p.member_id is not null
        and (p.member_id = any ($2::uuid[]) or n.id is not null)
        and not exists (select from notice_mute m where m.person_id = p.id and m.plan_id = $1)`,
    [planId, work.map(({ memberId }) => memberId).filter(isUuid)],
  )
  return found.rows.filter(({ grants }) => can(grants, 'plan.view', place))
}

/** Ids in a document can be any. */
function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}
