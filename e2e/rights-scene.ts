// What the tests of rights look at: one month of Na Tông 1 in which everybody has something of their own.
import { createHash, randomUUID } from 'node:crypto'
import { monthAt, shiftMonth } from '#domain/months.ts'
import { canonicalJson } from '#domain/record/canonical-json.ts'
import { buildRecord } from '#domain/testing/build-record.ts'
import type { Asker } from '#server/auth/rights-matrix.ts'
import { openTask } from '#server/data/advice/open-task.ts'
import type { Database } from '#server/db/database.ts'
import { beginPlan } from '#server/log/begin-plan.ts'
import { recordCode } from '#server/records/record-code.ts'
import { assignForTest } from '#server/roster/assign-for-test.ts'

export const usernames: Readonly<Record<Exclude<Asker, 'nobody'>, string>> = {
  office: 'vanphong',
  secretary: 'bithu',
  deputy: 'phobithu',
  committee: 'chiuy',
  cadre: 'canbo',
  member: 'dangvien',
  elsewhere: 'bithu2',
}

/** Ahead of what any other spec opens. */
const month = shiftMonth(monthAt(Date.now()), 9)

export interface RightsScene {
  readonly month: string
  readonly branchId: string
  readonly communeId: string
  /** Of which only the office, and the secretary there, know anything. */
  readonly otherBranchId: string
  /** With a plan of that month; neither the cadre nor anybody of the other two has to do with it. */
  readonly strangeBranchId: string
  /** Looked after by the plain member, and by somebody else. */
  readonly ownGroup: string
  readonly othersGroup: string
  /** A member without a reason, so that ending it changes nothing. */
  readonly memberId: string
  readonly task: string
  readonly thread: string
  /** Of that month, which was final and is open again. */
  readonly record: { id: string; code: string }
  readonly othersComment: string
  /** In the cadre's comment. */
  readonly said: string
  readonly ownReport: string
  readonly othersReport: string
  /** By person's user name. */
  readonly notices: Readonly<Record<string, string>>
}

export async function setRightsScene(database: Database): Promise<RightsScene> {
  const { prisma } = database
  const personOf = (username: string) => prisma.person.findUniqueOrThrow({ where: { username } })
  const [member, secretary, cadre] = await Promise.all(['dangvien', 'bithu', 'canbo'].map(personOf))
  const memberId = String(member?.memberId)
  const { branchId, communeId } = await prisma.member.findUniqueOrThrow({
    where: { id: memberId },
  })
  const otherBranchId = await branchOf(database, 'bithu2')
  const groups = await prisma.householdGroup.findMany({
    where: { hamlet: { servedBy: { some: { branchId } } } },
    orderBy: { position: 'asc' },
    take: 2,
  })
  const [ownGroup = '', othersGroup = ''] = groups.map(({ id }) => id)
  const personId = String(secretary?.id)
  await assignForTest(database, { branchId, month, personId, memberId, groupId: ownGroup })
  const where = { branchId_month: { branchId, month } }
  const { id: planId } = await prisma.plan.findUniqueOrThrow({ where })
  const task = await openTask({ database, plan: { branchId, month } }, [memberId])
  const said = `lời ${randomUUID()}`
  const [thread, othersComment] = [randomUUID(), randomUUID()]
  const authorId = String(cadre?.id)
  await prisma.planAdvice.createMany({ data: { planId, rev: 1 }, skipDuplicates: true })
  await prisma.thread.create({
    data: {
      id: thread,
      planId,
      epoch: 1,
      placeKind: 'plan',
      authorId,
      rev: 1,
      comments: {
        create: [
          { id: randomUUID(), authorId, body: said },
          { id: othersComment, authorId: personId, body: 'Để tôi xem.' },
        ],
      },
    },
  })
  const report = async (by: string) =>
    (
      await prisma.taskReport.create({
        data: {
          id: randomUUID(),
          planId,
          taskId: task,
          memberId,
          authorId: by,
          outcome: 'done',
          rev: 1,
        },
      })
    ).id
  const notices = await Promise.all(
    Object.values(usernames).map(async (username) => {
      const { id } = await personOf(username)
      const data = {
        personId: id,
        planId,
        kind: 'assigned',
        detail: { places: [], taskTitles: [] },
        // The round that tells of work takes back what is unread and no longer so.
        readAt: new Date(),
      } as const
      return [username, (await prisma.notice.create({ data })).id] as const
    }),
  )
  const record = await keepRecord(database, planId, personId)
  const { id: strangeBranchId } = await prisma.orgUnit.findFirstOrThrow({
    where: { kind: 'branch', parentId: communeId, id: { notIn: [branchId, otherBranchId] } },
  })
  await beginPlan(database.pool, { branchId: strangeBranchId, month, personId })
  return {
    month,
    branchId,
    communeId: await officeUnitOf(database),
    record,
    strangeBranchId,
    otherBranchId,
    ownGroup,
    othersGroup,
    memberId: (await prisma.member.findFirstOrThrow({ where: { branchId, reason: null } })).id,
    task,
    thread,
    othersComment,
    said,
    ownReport: await report(String(member?.id)),
    othersReport: await report(personId),
    notices: Object.fromEntries(notices),
  }
}

async function branchOf({ prisma }: Database, username: string): Promise<string> {
  return (await prisma.role.findFirstOrThrow({ where: { person: { username } } })).unitId
}

/** The commune whose office it is. */
async function officeUnitOf({ prisma }: Database): Promise<string> {
  const where = { role: 'office', person: { username: usernames.office } } as const
  return (await prisma.role.findFirstOrThrow({ where })).unitId
}

async function keepRecord({ prisma }: Database, planId: string, personId: string) {
  const id = randomUUID()
  const record = { ...buildRecord(), id }
  const json = canonicalJson(record)
  const sha256 = createHash('sha256').update(json).digest()
  const code = recordCode(sha256)
  await prisma.planRecord.create({
    data: {
      id,
      planId,
      version: 1,
      epoch: 1,
      seq: 1n,
      json,
      sha256,
      contentSha256: Buffer.from(record.contentSha256, 'hex'),
      code,
      state: Buffer.of(0, 0),
      finalisedBy: personId,
      finalisedAt: record.finalised.at,
    },
  })
  return { id, code }
}
