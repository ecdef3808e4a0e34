// The stage of finalising: a small branch with its roster, its committee at real sockets, and who makes months final.
import { randomUUID } from 'node:crypto'
import { shiftMonth } from '#domain/months.ts'
import { checkKinds } from '#domain/record/commune-rules.ts'
import type { Place } from '#domain/rights.ts'
import { formatRoom } from '#domain/rooms.ts'
import type { BranchOffice } from '#domain/vocabulary.ts'
import type { DeskAsker } from '#server/data/record/desk.ts'
import { finaliseMonth } from '#server/data/record/finalise-month.ts'
import { readMonthGround } from '#server/data/record/month-ground.ts'
import type { MonthAct } from '#server/data/record/record-test-bed.ts'
import { takeRecordAct } from '#server/data/record/take-record-act.ts'
import type { Database } from '#server/db/database.ts'
import { beginPlan } from '#server/log/begin-plan.ts'
import { openReaders } from '#server/log/open-readers.ts'
import type { PassRecord } from '#server/records/write-record.ts'
import { openStage, type SignedIn, type Stage } from '#server/sync/testing/sync-stage.ts'

/** Somebody of the committee, at sockets and at the desk. */
export interface Official extends SignedIn {
  asker: DeskAsker
}

export interface FinalisingStage extends Stage {
  place: Place
  official(office: BranchOffice): Promise<Official>
  /** A month that nobody has opened yet; its meeting is entered and nothing stands in its way. */
  newMonth(by: Official): Promise<FinalMonth>
  /** Another branch of the commune, with a roster of its own, at the same nodes. It closes with this one. */
  branchBeside(): Promise<FinalisingStage>
}

/** One month of the branch, at its desk. */
export interface FinalMonth {
  month: string
  planId: string
  room(epoch?: number): string
  act(by: Official, act: MonthAct): Promise<unknown>
  /** The hash of what is committed, as a browser works it out from what it shows. */
  hash(): Promise<string>
  /** Makes it final with this content, or with what is committed now; returns the record's id. */
  finalise(by: Official, wish?: FinaliseWish): Promise<string>
  /** Opens its newest version again. */
  reopen(by: Official): Promise<void>
  /** Where the plan's row stands. */
  head(): Promise<{ epoch: number; status: string; headSeq: bigint }>
}

export interface FinaliseWish {
  sha256?: string
  recordId?: string
  /** Over which connections; the stage's own otherwise. */
  database?: Database
  pass?: PassRecord
}

export async function openFinalisingStage(): Promise<FinalisingStage> {
  const stage = await openStage()
  const { prisma } = stage.database
  const readers = openReaders()
  const weights = Object.fromEntries(checkKinds.map((kind) => [kind, 'note']))
  await prisma.communeRules.create({ data: { communeId: stage.communeId, weights } })
  return branchOf({
    ...stage,
    close: async () => {
      await readers.close()
      await stage.close()
    },
  })
}

async function branchOf(stage: Stage): Promise<FinalisingStage> {
  const { database, branchId, communeId } = stage
  const { prisma } = database
  const place = { unitId: branchId, above: [communeId] }
  await writeRoster(stage)
  let months = 0
  return {
    ...stage,
    place,
    official: async (office) => {
      const signed = await stage.signIn(null, `Lò Văn ${office}`)
      const { personId, sessionId } = signed
      const grants = [{ role: office, unitId: branchId }]
      await prisma.role.create({ data: { personId, role: office, unitId: branchId } })
      return { ...signed, asker: { personId, sessionId, memberId: null, grants } }
    },
    newMonth: async (by) => {
      months += 1
      return openMonth({ database, branchId, place }, shiftMonth(stage.month, -months), by)
    },
    branchBeside: async () => branchOf({ ...stage, ...(await newBranch(stage)) }),
  }
}

async function newBranch({ database: { prisma }, communeId }: Stage) {
  const branch = await prisma.orgUnit.create({
    data: { kind: 'branch', name: `Chi bộ ${randomUUID()}`, parentId: communeId },
  })
  const hamlet = await prisma.hamlet.create({ data: { communeId, name: `Bản ${randomUUID()}` } })
  await prisma.branchHamlet.create({ data: { branchId: branch.id, hamletId: hamlet.id } })
  return { branchId: branch.id, hamletId: hamlet.id }
}

async function writeRoster({ database: { prisma }, branchId, communeId, hamletId }: Stage) {
  for (const n of [1, 2, 3]) {
    // One code of a commune is one member's.
    const code = `${branchId.slice(-8)}${n}`
    const named = { fullName: `Lò Văn ${n}`, sortName: `${n}` }
    await prisma.member.create({ data: { communeId, branchId, hamletId, code, ...named } })
  }
  for (const name of ['Nhóm 1', 'Nhóm 2']) {
    await prisma.householdGroup.create({ data: { hamletId, name } })
  }
}

/** At the meeting everybody was there and agreed. */
const meeting = {
  kind: 'meeting',
  heldOn: '2026-01-05',
  present: 3,
  voters: 3,
  inFavour: 3,
} as const

async function openMonth(
  { database, branchId, place }: { database: Database; branchId: string; place: Place },
  month: string,
  by: Official,
): Promise<FinalMonth> {
  const { prisma } = database
  const planId = await beginPlan(database.pool, { branchId, month, personId: by.personId })
  const plan = { branchId, month }
  const act: FinalMonth['act'] = (who, given) =>
    takeRecordAct(database, who.asker, { ...plan, ...given })
  const hash = async () => (await readMonthGround(database, place, month)).settled.sha256
  await act(by, meeting)
  return {
    month,
    planId,
    room: (epoch = 1) => formatRoom({ ...plan, epoch }),
    act,
    hash,
    finalise: async (who, wish = {}) => {
      const { recordId = randomUUID(), sha256 = await hash() } = wish
      const order = { kind: 'finalise', ...plan, recordId, sha256 } as const
      const where = { planId, place }
      await finaliseMonth(wish.database ?? database, who.asker, where, order, wish.pass)
      return recordId
    },
    reopen: async (who) => {
      const newest = await prisma.planRecord.findFirstOrThrow({
        where: { planId },
        orderBy: { version: 'desc' },
      })
      await act(who, { kind: 'reopen', recordId: newest.id, reason: 'Còn sót việc' })
    },
    head: () =>
      prisma.plan.findUniqueOrThrow({
        where: { id: planId },
        select: { epoch: true, status: true, headSeq: true },
      }),
  }
}
