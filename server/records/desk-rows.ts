// What rows say about finalising one month, each read by its plan.
import type pg from 'pg'
import type { Meeting } from '#domain/record/month-record.ts'
import type { LateBefore } from '#domain/record/record-desk.ts'

type Client = Pick<pg.Pool, 'query'>

export interface SignOffRow {
  personId: string
  sha256: string
  content: string
  /** The plan's last row that the content is of. */
  seq: number | null
  at: Date
}

/** Who agrees to what, in the order in which they did. */
export async function readSignOffs(client: Client, planId: string): Promise<SignOffRow[]> {
  const text = `
    select person_id as "personId", encode(sha256, 'hex') as sha256, content, seq::float8 as seq, at
      from sign_off where plan_id = $1 order by at, person_id`
  return (await client.query<SignOffRow>(text, [planId])).rows
}

export interface InvitationRow {
  personId: string
  by: string
  at: Date
}

/** Who of these people was asked to look at the content of this hash. */
export async function readInvitations(
  client: Client,
  planId: string,
  personIds: readonly string[],
  sha256: string,
): Promise<InvitationRow[]> {
  const text = `
    select person_id as "personId", detail ->> 'by' as by, max(updated_at) as at
      from notice
     where person_id = any ($2::uuid[]) and plan_id = $1 and kind = 'signOff' and detail ->> 'sha256' = $3
     group by person_id, detail ->> 'by' order by at`
  return (await client.query<InvitationRow>(text, [planId, personIds, sha256])).rows
}

export interface JustificationRow {
  checkKey: string
  words: string
  personId: string
  at: Date
}

export async function readJustifications(
  client: Client,
  planId: string,
): Promise<JustificationRow[]> {
  const text = `
    select check_key as "checkKey", words, person_id as "personId", at
      from justification where plan_id = $1 order by check_key collate "C"`
  return (await client.query<JustificationRow>(text, [planId])).rows
}

/** What was counted at the meeting, without what nobody has entered. */
export async function readMeeting(
  client: Client,
  planId: string,
): Promise<Partial<Omit<Meeting, 'members'>>> {
  const text = `
    select to_char(held_on, 'YYYY-MM-DD') as "heldOn", present, voters, in_favour as "inFavour",
           document_number as "documentNumber"
      from plan_meeting where plan_id = $1`
  const [row] = (await client.query<Record<string, unknown>>(text, [planId])).rows
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
}

export interface UnsentRow {
  personId: string
  name: string
  changes: number
  at: Date
}

/** Who is known to hold work that did not arrive, all devices of a person together. */
export async function readUnsent(client: Client, planId: string): Promise<UnsentRow[]> {
  const text = `
    select u.person_id as "personId", p.full_name as name, sum(u.changes)::int as changes, max(u.noted_at) as at
      from unsent_work u join person p on p.id = u.person_id
     where u.plan_id = $1 group by u.person_id, p.full_name order by p.full_name, u.person_id`
  return (await client.query<UnsentRow>(text, [planId])).rows
}

/** Threads and proposals that nobody settled. A thread about a proposal counts as the proposal alone. */
export async function countOpenAdvice(
  client: Client,
  planId: string,
): Promise<{ comments: number; proposals: number }> {
  const text = `
    select (count(*) filter (where p.thread_id is null))::int as comments,
           (count(*) filter (where p.state = 'open'))::int as proposals
      from thread t left join proposal p on p.thread_id = t.id
     where t.plan_id = $1 and t.resolved_at is null`
  const [row] = (await client.query<{ comments: number; proposals: number }>(text, [planId])).rows
  return row ?? { comments: 0, proposals: 0 }
}

/** Late edits that wait, of everybody or of one person. */
export async function countLateEdits(
  client: Client,
  planId: string,
  personId: string | null,
): Promise<number> {
  const text = `
    select count(*)::int as waiting from late_edit
     where plan_id = $1 and settled_at is null and ($2::uuid is null or author = $2)`
  const [row] = (await client.query<{ waiting: number }>(text, [planId, personId])).rows
  return row?.waiting ?? 0
}

/** The newest month before this one that is final and has late edits that wait (SPEC F105). */
export async function readLateBefore(
  client: Client,
  branchId: string,
  month: string,
): Promise<LateBefore | null> {
  const text = `
    select p.month, count(*)::int as count
      from plan p join late_edit e on e.plan_id = p.id
     where p.branch_id = $1 and p.month < $2 and p.status = 'finalised' and e.settled_at is null
     group by p.month order by p.month desc limit 1`
  return (await client.query<LateBefore>(text, [branchId, month])).rows[0] ?? null
}
