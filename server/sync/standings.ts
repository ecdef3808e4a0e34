import type pg from 'pg'
import { type Grant, type Place, planRight } from '#domain/rights.ts'
import { closeCode } from '#domain/wire.ts'
import type { Connection } from './connection.ts'

/** What a session that still holds gives its person, at this moment. */
export interface Standing {
  sessionId: string
  expiresAt: Date
  grants: Grant[]
}

export type ReadStandings = (sessionIds: readonly string[]) => Promise<readonly Standing[]>

const text = `
  select s.id as "sessionId", s.expires_at as "expiresAt",
         coalesce((select json_agg(json_build_object('role', r.role, 'unitId', r.unit_id))
                     from role r where r.person_id = p.id), '[]'::json) as grants
    from session s join person p on p.id = s.person_id
   where s.id = any ($1::uuid[]) and s.ended_at is null and s.expires_at > now()
     and p.disabled_at is null and not p.must_change_password`

/** Reads many sessions at once; those that are over are missing from the answer. */
export function standingsIn(pool: pg.Pool): ReadStandings {
  return async (sessionIds) => {
    const found = await pool.query<Standing>({
      name: 'sync-standings',
      text,
      values: [sessionIds],
    })
    return found.rows
  }
}

/**
 * Closes a connection whose right is not what it was let in with. A right that only became another closes
 * with "come back": nothing is turned in place.
 */
export function applyStanding(
  connection: Connection,
  standing: Standing | undefined,
  place: Place,
): void {
  const right = standing ? planRight(standing.grants, place) : null
  if (!standing) connection.loseRight(closeCode.signInAgain, 'session')
  else if (right === null) connection.loseRight(closeCode.noRight, 'right')
  else if (right !== connection.right) connection.loseRight(closeCode.goingAway, 'right')
  else connection.sessionExpiresAt = standing.expiresAt
}

/** Reads the rights of connections to one plan anew and applies them. */
export async function recheck(
  connections: Iterable<Connection>,
  place: Place,
  read: ReadStandings,
): Promise<void> {
  const all = [...connections]
  if (all.length === 0) return
  const standings = await read([...new Set(all.map((connection) => connection.sessionId))])
  const bySession = new Map(standings.map((standing) => [standing.sessionId, standing]))
  for (const connection of all) {
    applyStanding(connection, bySession.get(connection.sessionId), place)
  }
}

/**
 * Rechecks all who are here until nobody is left who was not asked for: the right of someone who came while
 * the answer was on its way may have been read before it. `rev` is the plan's from before.
 */
export async function recheckEveryone<C extends Pick<Connection, 'noteRight'>>(
  rev: bigint,
  everyone: () => Iterable<C>,
  recheckSome: (some: Iterable<C>) => Promise<void>,
): Promise<void> {
  const asked = new Set<C>()
  for (;;) {
    const unasked = [...new Set(everyone())].filter((one) => !asked.has(one))
    if (unasked.length === 0) return
    await recheckSome(unasked)
    for (const one of unasked) {
      asked.add(one)
      one.noteRight(rev)
    }
  }
}
