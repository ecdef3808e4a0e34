import { dayAt, formatDay, timeAt } from '#domain/days.ts'
import { DomainError } from '#domain/errors.ts'
import { can, type Grant, type Place } from '#domain/rights.ts'
import { readInvitations } from './desk-rows.ts'
import type { RecordTurn } from './record-turn.ts'
import { requireOpen } from './require-open.ts'

/** Who is asked, and to what content. */
interface Invitation {
  personId: string
  /** 64 hexadecimal digits. */
  sha256: string
}

interface Standing {
  grants: Grant[]
  agrees: boolean
  /** What they were asked before and have not read. */
  unreadId: string | null
}

const readStanding = {
  name: 'record-invited',
  text: `
  select coalesce((select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id))
                     from role r where r.person_id = p.id), '[]'::json) as grants,
         exists (select from sign_off s where s.plan_id = $2 and s.person_id = p.id
                                          and s.sha256 = decode($3, 'hex')) as agrees,
         (select n.id from notice n
           where n.person_id = p.id and n.plan_id = $2 and n.kind = 'signOff' and n.read_at is null
           order by n.id desc limit 1) as "unreadId"
    from person p where p.id = $1 and p.disabled_at is null`,
}

/**
 * Asks one of the committee to look at the content as committed and to say whether they agree: a notice, once for each
 * content; one that they have not read yet is about the newest. Throws `unknownPerson`, `alreadyAgreed` and
 * `alreadyInvited`.
 */
export async function inviteSignOff(
  turn: RecordTurn,
  place: Place,
  { personId, sha256 }: Invitation,
): Promise<void> {
  requireOpen(turn, 'plan.finalise')
  const { client, plan, actor } = turn
  const found = await client.query<Standing>({
    ...readStanding,
    values: [personId, plan.planId, sha256],
  })
  const [invited] = found.rows
  const isOfCommittee = invited !== undefined && can(invited.grants, 'plan.edit', place)
  if (!isOfCommittee || personId === actor.personId) throw new DomainError('unknownPerson')
  if (invited.agrees) throw new DomainError('alreadyAgreed')
  const asked = (await readInvitations(client, plan.planId, [personId], sha256)).at(-1)
  if (asked) {
    const at = asked.at.getTime()
    throw new DomainError('alreadyInvited', { time: timeAt(at), day: formatDay(dayAt(at)) })
  }
  const detail = JSON.stringify({ by: actor.personId, sha256 })
  if (invited.unreadId) {
    await client.query(
      `update notice set detail = $2, updated_at = clock_timestamp(), mailed_at = null where id = $1`,
      [invited.unreadId, detail],
    )
  } else {
    await client.query(
      `insert into notice (id, person_id, plan_id, kind, detail, updated_at)
       values (gen_random_uuid(), $1, $2, 'signOff', $3, clock_timestamp())`,
      [personId, plan.planId, detail],
    )
  }
  await turn.audit('inviteSignOff', { personId, sha256 })
  await turn.tell('record')
  await turn.tell('comments')
}
