// A commune with as many branches, people and signed-in sessions as a workload asks for, and a month in each branch.
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { formatRoom } from '../../domain/rooms.ts'
import { monthAt } from '../../domain/months.ts'
import { sealEnvelope, sessionCookieName } from '../../server/auth/envelope.ts'
import { hashSessionToken, newSessionToken } from '../../server/auth/session-token.ts'
import { basePlan } from './base-plan.ts'

export const benchSecret = 'a secret of nobody, for measuring only'

export interface SeededPlan {
  planId: string
  room: string
  /** One per client: the Cookie header of a person with the right to edit. */
  cookies: string[]
}

export interface WorldSize {
  plans: number
  clientsPerPlan: number
  /** What each plan holds at first. */
  base: Uint8Array
  /** The client ids that wrote it. */
  writers?: readonly number[]
}

/** Fills an empty, migrated database for our server and for Hocuspocus alike. */
export async function seed(url: string, size: WorldSize): Promise<SeededPlan[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create table hocuspocus (name text primary key, data bytea not null)')
    const commune = randomUUID()
    await client.query(`insert into org_unit (id, kind, name) values ($1, 'commune', 'Xã thử')`, [
      commune,
    ])
    const month = monthAt(Date.now())
    const plans: SeededPlan[] = []
    for (let at = 0; at < size.plans; at += 1) {
      plans.push(await seedPlan(client, size, { commune, month, at }))
    }
    await client.query('analyze')
    return plans
  } finally {
    await client.end()
  }
}

async function seedPlan(
  client: pg.Client,
  { clientsPerPlan, base, writers = [basePlan.clientId] }: WorldSize,
  { commune, month, at }: { commune: string; month: string; at: number },
): Promise<SeededPlan> {
  const branchId = randomUUID()
  const planId = randomUUID()
  const data = Buffer.from(base)
  await client.query(
    `insert into org_unit (id, kind, name, parent_id) values ($1, 'branch', $2, $3)`,
    [branchId, `Chi bộ ${at}`, commune],
  )
  const people = Array.from({ length: clientsPerPlan }, () => ({
    personId: randomUUID(),
    sessionId: randomUUID(),
    token: newSessionToken(),
  }))
  const ids = people.map((person) => person.personId)
  await client.query(
    `insert into person (id, username, full_name, password_hash)
     select id, 'nguoi' || id, 'Lò Văn ' || n, 'none' from unnest($1::uuid[]) with ordinality as p (id, n)`,
    [ids],
  )
  await client.query(
    `insert into role (person_id, unit_id, role) select id, $2, 'committee' from unnest($1::uuid[]) as p (id)`,
    [ids, branchId],
  )
  await client.query(
    `insert into session (id, token_hash, person_id, device, seen_at, expires_at)
     select s, t, p, '', now(), now() + interval '2 hours'
       from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as r (s, t, p)`,
    [
      people.map((person) => person.sessionId),
      people.map((person) => Buffer.from(hashSessionToken(person.token))),
      ids,
    ],
  )
  await client.query(
    'insert into plan (id, branch_id, month, head_seq) values ($1, $2, $3, 1)',
    [planId, branchId, month],
  )
  await client.query(
    'insert into plan_update (plan_id, epoch, seq, author, batch_id, data) values ($1, 1, 1, null, $2, $3)',
    [planId, randomUUID(), data],
  )
  await client.query(
    'insert into plan_client (plan_id, client_id, person_id) select $1, unnest($2::bigint[]), null',
    [planId, writers.map(String)],
  )
  const sha = createHash('sha256').update(data).digest()
  await client.query(
    'insert into plan_snapshot (plan_id, epoch, seq, state, sha256) values ($1, 1, 1, $2, $3)',
    [planId, data, sha],
  )
  const room = formatRoom({ branchId, month, epoch: 1 })
  await client.query('insert into hocuspocus (name, data) values ($1, $2)', [room, data])
  const cookies = await Promise.all(
    people.map(
      async ({ token }) =>
        `${sessionCookieName(true)}=${await sealEnvelope(token, benchSecret)}`,
    ),
  )
  return { planId, room, cookies }
}
