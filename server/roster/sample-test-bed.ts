import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Grant } from '#domain/rights.ts'
import type { Actor } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import type { HouseReaders } from '../log/house-readers.ts'
import { openReaders } from '../log/open-readers.ts'
import { assignForTest } from './assign-for-test.ts'
import { loadSample } from './load-sample.ts'

/** The sample commune with its seven people, and a word planted in the name of every head of household. */
export interface SampleTestBed extends TestDatabase {
  readonly marker: string
  readonly communeId: string
  /** What pages read committed plans with. */
  readonly readers: HouseReaders
  /** Branches by name without "Chi bộ bản". */
  branchId(name: string): Promise<string>
  /** Who asks, as their session would say it. */
  asker(username: string): Promise<Pick<Actor, 'personId' | 'memberId' | 'grants'>>
  /** The same with a session that began just now. */
  signedIn(username: string): Promise<Pick<Actor, 'personId' | 'sessionId' | 'memberId' | 'grants'>>
  groupId(hamlet: string, name: string): Promise<string>
  /** A plan of Na Tông 1 in which this member looks after this group. */
  assign(month: string, memberId: string, groupId: string): Promise<void>
}

export async function openSampleTestBed(): Promise<SampleTestBed> {
  const opened = await openTestDatabase()
  const { prisma, pool } = opened.database
  const marker = `Mốc${randomUUID().slice(0, 8)}`
  const folder = path.join(process.cwd(), 'prisma/sample')
  await loadSample(opened.database, { folder, password: `ngô nếp ${randomUUID()}` })
  await pool.query(`update household set head_name = head_name || ' ' || $1`, [marker])
  const commune = await prisma.orgUnit.findFirstOrThrow({ where: { kind: 'commune' } })
  const branchId = async (name: string) => {
    const where = { kind: 'branch', name: { endsWith: name } } as const
    return (await prisma.orgUnit.findFirstOrThrow({ where })).id
  }
  const readers = openReaders()
  const asker: SampleTestBed['asker'] = async (username) => {
    const { id, memberId, roles } = await prisma.person.findUniqueOrThrow({
      where: { username },
      select: { id: true, memberId: true, roles: true },
    })
    const grants = roles.map(({ role, unitId }): Grant => ({ role, unitId }))
    return { personId: id, memberId, grants }
  }
  return {
    ...opened,
    close: async () => {
      await readers.close()
      await opened.close()
    },
    marker,
    communeId: commune.id,
    readers,
    branchId,
    asker,
    signedIn: async (username) => ({
      ...(await asker(username)),
      sessionId: await signIn(opened.database, username),
    }),
    groupId: async (hamlet, name) => {
      const where = { name, hamlet: { name: hamlet } }
      return (await prisma.householdGroup.findFirstOrThrow({ where })).id
    },
    assign: async (month, memberId, groupId) => {
      const { id: personId } = await prisma.person.findFirstOrThrow({
        where: { username: 'bithu' },
      })
      await assignForTest(opened.database, {
        branchId: await branchId('Na Tông 1'),
        month,
        personId,
        memberId,
        groupId,
      })
    },
  }
}

async function signIn({ prisma }: Database, username: string): Promise<string> {
  const session = await prisma.session.create({
    data: {
      tokenHash: Buffer.from(randomUUID()),
      person: { connect: { username } },
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  return session.id
}
