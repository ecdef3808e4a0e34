import 'server-only'
import { type CommuneRules, defaultRules, readRules } from '#domain/record/commune-rules.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { can, type Place } from '#domain/rights.ts'
import type { Actor } from '../../auth/actor.ts'
import type { Database } from '../../db/database.ts'
import { confirmedUntil } from '../../records/confirmation.ts'
import {
  countLateEdits,
  countOpenAdvice,
  readInvitations,
  readJustifications,
  readLateBefore,
  readMeeting,
  readSignOffs,
  readUnsent,
} from '../../records/desk-rows.ts'
import { readOutsideGroups } from '../../records/outside-groups.ts'
import { readRecordHeads } from '../../records/read-record.ts'
import { requireMonth } from '../advice/require-month.ts'
import { seenBranch } from '../seen-branch.ts'
import { readCommittee } from './committee.ts'
import { readMonthBefore } from './month-before.ts'
import { type MonthGround, readMonthGround } from './month-ground.ts'
import { peopleOfRecords, recordHead } from './record-heads.ts'
import { signOffViews } from './sign-off-views.ts'

/** Who asks: someone signed in. */
export type DeskAsker = Pick<Actor, 'personId' | 'sessionId' | 'memberId' | 'grants'>

/**
 * Everything that rows know about finalising a month; who may only look gets where it stands and its records. Throws
 * `badMonth`, `unknownUnit`, `noRight` and `noSuchPlan`.
 */
export async function deskFor(
  database: Database,
  asker: DeskAsker,
  branchId: string,
  month: string,
): Promise<RecordDesk> {
  requireMonth(month)
  const place = await seenBranch(database, asker, branchId, 'plan.view')
  const ground = await readMonthGround(database, place, month)
  if (can(asker.grants, 'plan.comment', place)) return deskOf(database, asker, ground)
  return publicDesk(database, asker, ground)
}

/** The desk over what was read of the plan; whoever calls it has asked whether it may be seen. */
export async function deskOf(
  database: Database,
  asker: DeskAsker,
  ground: MonthGround,
): Promise<RecordDesk> {
  const { pool } = database
  const { place, plan } = ground
  const { planId, branchId } = plan
  const [rules, meeting, justifications, signOffs, unsent, advice, outsideGroups] =
    await Promise.all([
      readBranchRules(database, place),
      readMeeting(pool, planId),
      readJustifications(pool, planId),
      readSignOffs(pool, planId),
      readUnsent(pool, planId),
      countOpenAdvice(pool, planId),
      readOutsideGroups(pool, branchId),
    ])
  const mayEdit = can(asker.grants, 'plan.edit', place)
  const maySettle = can(asker.grants, 'plan.finalise', place)
  const [records, before, lateEdits, lateBefore, confirmedUntilAt] = await Promise.all([
    readRecordHeads(pool, planId),
    readMonthBefore(database, branchId, plan.month),
    countLateEdits(pool, planId, mayEdit ? null : asker.personId),
    maySettle ? readLateBefore(pool, branchId, plan.month) : null,
    readConfirmedUntil(database, asker),
  ])
  const named = [...signOffs, ...justifications].map(({ personId }) => personId)
  const committee = await readCommittee(database.prisma, place, [
    ...named,
    ...peopleOfRecords(records),
  ])
  const views = signOffViews(signOffs, ground.settled, committee)
  const asked = committee.members.map(({ personId }) => personId)
  const invitations = await readInvitations(pool, planId, asked, ground.settled.sha256)
  return {
    planId,
    status: plan.status,
    epoch: plan.epoch,
    rules,
    contentSha256: ground.settled.sha256,
    seq: Number(plan.seq),
    meeting,
    justifications: justifications.map(({ personId, at, ...rest }) => ({
      ...rest,
      by: committee.person(personId),
      at: at.toISOString(),
    })),
    signOffs: views,
    invitations: invitations
      .filter(({ personId }) => !views.some((view) => view.personId === personId && view.covers))
      .map(({ personId, by, at }) => ({
        personId,
        at: at.toISOString(),
        by: committee.person(by),
      })),
    committee: committee.members,
    openComments: advice.comments,
    openProposals: advice.proposals,
    unsent: unsent.map((row) => ({ ...row, at: row.at.toISOString() })),
    outsideGroups,
    before,
    records: records.map((record) => recordHead(record, committee.person)),
    lateEdits,
    lateBefore,
    confirmedUntil: confirmedUntilAt,
  }
}

/** What everybody sees who may look at the plan at all. */
async function publicDesk(
  { pool, prisma }: Database,
  { personId }: DeskAsker,
  { place, plan, settled }: MonthGround,
): Promise<RecordDesk> {
  const [records, lateEdits] = await Promise.all([
    readRecordHeads(pool, plan.planId),
    countLateEdits(pool, plan.planId, personId),
  ])
  const { person } = await readCommittee(prisma, place, peopleOfRecords(records))
  return {
    planId: plan.planId,
    status: plan.status,
    epoch: plan.epoch,
    rules: defaultRules,
    contentSha256: settled.sha256,
    seq: Number(plan.seq),
    meeting: {},
    justifications: [],
    signOffs: [],
    invitations: [],
    committee: [],
    openComments: 0,
    openProposals: 0,
    unsent: [],
    outsideGroups: { households: 0, poor: 0, nearPoor: 0 },
    before: null,
    records: records.map((record) => recordHead(record, person)),
    lateEdits,
    lateBefore: null,
    confirmedUntil: null,
  }
}

/** As the branch's commune set them, or by default. */
async function readBranchRules(
  { prisma }: Pick<Database, 'prisma'>,
  { above }: Place,
): Promise<CommuneRules> {
  const rows = await prisma.communeRules.findMany({ where: { communeId: { in: [...above] } } })
  const nearest = above.find((id) => rows.some(({ communeId }) => communeId === id))
  return readRules(rows.find(({ communeId }) => communeId === nearest) ?? null)
}

async function readConfirmedUntil(
  { prisma }: Pick<Database, 'prisma'>,
  { sessionId }: Pick<DeskAsker, 'sessionId'>,
): Promise<string | null> {
  const session = await prisma.session.findUnique({
    where: { id: sessionId },
    select: { createdAt: true, confirmedAt: true },
  })
  if (!session) return null
  const until = confirmedUntil(session.confirmedAt ?? session.createdAt)
  return until.getTime() > Date.now() ? until.toISOString() : null
}
