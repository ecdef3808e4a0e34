import pg from 'pg'
import { openTestDatabase } from '../db/test-database.ts'
import { describeLateEdits } from './late-edit.contract.ts'
import { describePlanLog, type PlanLogBed } from './plan-log.contract.ts'
import { postgresLog } from './postgres-log.ts'

async function openBed(): Promise<PlanLogBed> {
  const test = await openTestDatabase()
  const { prisma, pool } = test.database
  const branch = await prisma.orgUnit.create({ data: { kind: 'branch', name: 'Thử' } })
  const branchId = branch.id
  let people = 0
  const inSession = async (id: string, data: { endedAt?: Date; expiresAt?: Date }) => {
    await prisma.session.update({ where: { id }, data })
  }
  return {
    log: postgresLog(pool),
    branchId,
    newPlan: async (month) => (await prisma.plan.create({ data: { branchId, month } })).id,
    newWriter: async () => {
      people += 1
      const person = await prisma.person.create({
        data: { username: `nguoi${people}`, fullName: 'Lò Văn Thử', passwordHash: 'none' },
      })
      await prisma.role.create({
        data: { personId: person.id, unitId: branchId, role: 'committee' },
      })
      const expiresAt = new Date(Date.now() + 3_600_000)
      const session = await prisma.session.create({
        data: { personId: person.id, tokenHash: Uint8Array.of(people), expiresAt },
      })
      return { personId: person.id, sessionId: session.id }
    },
    endSession: (id) => inSession(id, { endedAt: new Date() }),
    expireSession: (id) => inSession(id, { expiresAt: new Date(Date.now() - 1_000) }),
    prolongSession: (id) => inSession(id, { expiresAt: new Date(Date.now() + 7_200_000) }),
    disable: async (id) => {
      await prisma.person.update({ where: { id }, data: { disabledAt: new Date() } })
    },
    askForNewPassword: async (id) => {
      await prisma.person.update({ where: { id }, data: { mustChangePassword: true } })
    },
    takeRole: async (personId) => {
      await prisma.role.deleteMany({ where: { personId } })
    },
    setStatus: async (id, status) => {
      await prisma.plan.update({ where: { id }, data: { status } })
    },
    setEpoch: async (id, epoch) => {
      await prisma.plan.update({ where: { id }, data: { epoch } })
    },
    hold: async (planId) => {
      const holder = new pg.Client({ connectionString: test.url })
      await holder.connect()
      await holder.query('begin')
      await holder.query('select 1 from plan where id = $1 for update', [planId])
      return () => holder.end()
    },
    rows: async (planId) =>
      prisma.planUpdate.findMany({
        where: { planId },
        orderBy: { seq: 'asc' },
        select: { seq: true, epoch: true, author: true, batchId: true },
      }),
    snapshotSeqs: async (planId) => {
      const found = await prisma.planSnapshot.findMany({
        where: { planId },
        orderBy: { seq: 'desc' },
      })
      return found.map((snapshot) => snapshot.seq)
    },
    damageSnapshots: async (planId) => {
      await prisma.planSnapshot.updateMany({
        where: { planId },
        data: { state: Uint8Array.of(0, 0) },
      })
    },
    lateEdits: async (planId) => {
      const found = await prisma.lateEdit.findMany({
        where: { planId },
        orderBy: { createdAt: 'asc' },
        include: { parts: { orderBy: { ordinal: 'asc' } } },
      })
      return found.map(({ parts, ...edit }) => ({ ...edit, parts: parts.map((part) => part.data) }))
    },
    settleLateEdit: async (id) => {
      await prisma.lateEdit.update({ where: { id }, data: { settledAt: new Date() } })
    },
    close: () => test.close(),
  }
}

describePlanLog('in PostgreSQL', openBed)
describeLateEdits('in PostgreSQL', openBed)
