import type { Prisma } from '../db/generated/client.ts'
import type { Progress } from './apply-changes.ts'
import type { RowChanges } from './compare-rows.ts'
import type { HouseholdFacts, MemberFacts } from './recorded-roster.ts'

/** Ids of units by their keys; asking for one that is not there is a bug. */
export interface UnitIds {
  communeId: string
  branch(key: string): string
  hamlet(key: string): string
  group(hamlet: string, key: string): string
}

/** Rows in one statement: a few hundred milliseconds, so that progress moves and no statement times out. */
const chunkRows = 1000

/** Adds and changes members. */
export async function writeMembers(
  tx: Prisma.TransactionClient,
  ids: UnitIds,
  { added, changed }: RowChanges<MemberFacts>,
  onProgress: Progress,
): Promise<void> {
  const count = counter('members', added.length + changed.length, onProgress)
  const row = ({ branch, hamlet, retired: _, ...facts }: MemberFacts) => ({
    ...facts,
    strengths: [...facts.strengths],
    branchId: ids.branch(branch),
    hamletId: hamlet === null ? null : ids.hamlet(hamlet),
  })
  for (const facts of chunks(added)) {
    await tx.member.createMany({
      data: facts.map((member) => ({ ...row(member), communeId: ids.communeId })),
    })
    count(facts.length)
  }
  for (const members of chunks(changed)) {
    const rows = members.map((member) => ({ ...row(member), id: member.id }))
    await tx.$executeRaw`
      update member m set
        branch_id = r."branchId", full_name = r."fullName", sort_name = r."sortName",
        hamlet_id = r."hamletId", standing = r.standing, office = r.office, field = r.field,
        reason = r.reason, reason_until = r."reasonUntil"::timestamptz::date, listed_reason = r."listedReason",
        strengths = r.strengths, max_groups = r."maxGroups", retired_at = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        id uuid, "branchId" uuid, "fullName" text, "sortName" text, "hamletId" uuid,
        standing standing, office branch_office, field work_field, reason reason_class,
        "reasonUntil" text, "listedReason" reason_class, strengths strength[], "maxGroups" int)
      where m.id = r.id`
    count(members.length)
  }
}

/** Adds and changes households. */
export async function writeHouseholds(
  tx: Prisma.TransactionClient,
  ids: UnitIds,
  { added, changed }: RowChanges<HouseholdFacts>,
  onProgress: Progress,
): Promise<void> {
  const count = counter('households', added.length + changed.length, onProgress)
  const row = ({ hamlet, group, retired: _, ...facts }: HouseholdFacts) => ({
    ...facts,
    hamletId: ids.hamlet(hamlet),
    groupId: group === null ? null : ids.group(hamlet, group),
  })
  for (const facts of chunks(added)) {
    await tx.household.createMany({
      data: facts.map((household) => ({ ...row(household), communeId: ids.communeId })),
    })
    count(facts.length)
  }
  for (const households of chunks(changed)) {
    const rows = households.map((household) => ({ ...row(household), id: household.id }))
    await tx.$executeRaw`
      update household h set
        head_name = r."headName", hamlet_id = r."hamletId", group_id = r."groupId", people = r.people,
        status = r.status, support_need = r."supportNeed", retired_at = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        id uuid, "headName" text, "hamletId" uuid, "groupId" uuid, people int,
        status household_status, "supportNeed" support_need)
      where h.id = r.id`
    count(households.length)
  }
}

function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += chunkRows) yield rows.slice(from, from + chunkRows)
}

function counter(kind: 'members' | 'households', all: number, onProgress: Progress) {
  let done = 0
  return (rows: number): void => {
    done += rows
    onProgress(kind, done, all)
  }
}
