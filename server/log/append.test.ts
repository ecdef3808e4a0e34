import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { can } from '#domain/rights.ts'
import { roleNames } from '#domain/vocabulary.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { systemClock } from './clock.ts'
import { GroupCommit } from './group-commit.ts'
import type { AppendOutcome, PlanBatch } from './plan-log.ts'
import { postgresLog } from './postgres-log.ts'

let test: TestDatabase
let branchId: string
let personId: string
let sessionId: string

beforeAll(async () => {
  test = await openTestDatabase()
  const { prisma } = test.database
  branchId = (await prisma.orgUnit.create({ data: { kind: 'branch', name: 'Thử' } })).id
  const person = await prisma.person.create({
    data: { username: 'an', fullName: 'An', passwordHash: 'none' },
  })
  personId = person.id
  const session = await prisma.session.create({
    data: { personId, tokenHash: Uint8Array.of(1), expiresAt: new Date(Date.now() + 3_600_000) },
  })
  sessionId = session.id
})
afterAll(() => test.close())

let months = 0
async function newBatch(): Promise<PlanBatch> {
  months += 1
  const month = `2026-${String(months).padStart(2, '0')}`
  const plan = await test.database.prisma.plan.create({ data: { branchId, month } })
  return {
    planId: plan.id,
    epoch: 1,
    rightsRev: 0n,
    authors: [{ personId, sessionId }],
    rows: [
      { author: personId, data: Uint8Array.of(1) },
      { author: randomUUID(), data: Uint8Array.of(2) },
    ],
    claims: [{ clientId: 4_000_000_000, personId }],
  }
}

describe('the appending function', () => {
  it('[S1] numbers rows from the head on and remembers who owns a client id', async () => {
    const log = postgresLog(test.database.pool)
    const batch = await newBatch()
    const first = await log.append(randomUUID(), [batch], false)
    const second = await log.append(randomUUID(), [batch], false)
    expect([first.get(batch.planId), second.get(batch.planId)]).toEqual([
      { kind: 'appended', base: 0n },
      { kind: 'appended', base: 2n },
    ])
    expect((await log.rowsAfter(batch.planId, 1n)).map((row) => row.seq)).toEqual([2n, 3n, 4n])
    expect(await log.ownersOf(batch.planId, [4_000_000_000, 5])).toEqual(
      new Map([[4_000_000_000, personId]]),
    )
  })

  it('[S6] appends a batch once, however often its answer is lost', async () => {
    const real = postgresLog(test.database.pool)
    const batch = await newBatch()
    let lost = 0
    const outcomes: AppendOutcome[] = []
    const commit = new GroupCommit({
      log: {
        ...real,
        append: async (...call) => {
          const answer = await real.append(...call)
          lost += 1
          if (lost <= 2) throw new Error('Connection terminated unexpectedly')
          return answer
        },
      },
      clock: systemClock,
      newId: randomUUID,
      gatherMs: 1,
      onAppended: () => undefined,
      onTrouble: () => undefined,
    })
    commit.enlist({
      take: () => batch,
      settle: (outcome) => outcomes.push(outcome),
      fail: () => undefined,
    })
    await expect.poll(() => outcomes).toEqual([{ kind: 'appended', base: 0n }])
    expect(lost).toBe(3)
    expect(await real.rowsAfter(batch.planId, 0n)).toHaveLength(2)
  })

  it('[S7] appends for other plans when one is held, and when one is refused', async () => {
    const log = postgresLog(test.database.pool)
    const [held, open, stale, foreign] = [
      await newBatch(),
      await newBatch(),
      { ...(await newBatch()), rightsRev: 7n },
      await newBatch(),
    ]
    const other = await test.database.prisma.person.create({
      data: { username: 'binh', fullName: 'Bình', passwordHash: 'none' },
    })
    await test.database.prisma.planClient.create({
      data: { planId: foreign.planId, clientId: 4_000_000_000n, personId: other.id },
    })
    const holder = await test.database.pool.connect()
    try {
      await holder.query('begin')
      await holder.query('select 1 from plan where id = $1 for update', [held.planId])
      const outcomes = await log.append(randomUUID(), [held, open, stale, foreign], false)
      expect(outcomes.get(held.planId)).toEqual({ kind: 'busy' })
      expect(outcomes.get(open.planId)).toEqual({ kind: 'appended', base: 0n })
      expect(outcomes.get(stale.planId)).toEqual({ kind: 'rights', rev: 0n })
      expect(outcomes.get(foreign.planId)).toEqual({ kind: 'owner', clientIds: [4_000_000_000] })
    } finally {
      await holder.query('rollback')
      holder.release()
    }
  })

  it('[S6] tells of plans of a repeated batch that are in the log, and appends for the others', async () => {
    const log = postgresLog(test.database.pool)
    const [kept, missing] = [await newBatch(), await newBatch()]
    const batchId = randomUUID()
    await log.append(batchId, [kept], false)
    // Others wrote since.
    await log.append(randomUUID(), [kept, missing], false)
    const outcomes = await log.append(batchId, [missing, kept], true)
    expect(outcomes.get(kept.planId)).toEqual({ kind: 'appended', base: 0n })
    expect(outcomes.get(missing.planId)).toEqual({ kind: 'appended', base: 2n })
    expect((await log.rowsAfter(kept.planId, 0n)).map((row) => row.seq)).toEqual([1n, 2n, 3n, 4n])
    expect((await log.rowsAfter(missing.planId, 0n)).map((row) => row.seq)).toEqual([
      1n,
      2n,
      3n,
      4n,
    ])
  })

  it('[S2] names for each plan of a batch what stands against that one', async () => {
    const log = postgresLog(test.database.pool)
    const [first, second, fit] = [await newBatch(), await newBatch(), await newBatch()]
    const [gone, past] = [randomUUID(), randomUUID()]
    const outcomes = await log.append(
      randomUUID(),
      [
        { ...first, authors: [...first.authors, { personId, sessionId: gone }] },
        { ...second, epoch: 3, authors: [{ personId, sessionId: past }] },
        fit,
      ],
      false,
    )
    expect(outcomes.get(first.planId)).toEqual({ kind: 'sessions', sessionIds: [gone] })
    expect(outcomes.get(second.planId)).toEqual({ kind: 'epoch' })
    expect(outcomes.get(fit.planId)).toEqual({ kind: 'appended', base: 0n })
    expect((await log.rowsAfter(fit.planId, 0n)).map((row) => [...row.data])).toEqual([[1], [2]])
    for (const { planId } of [first, second]) {
      expect(await log.rowsAfter(planId, 0n)).toEqual([])
      expect(await log.ownersOf(planId, [4_000_000_000])).toEqual(new Map())
    }
  })

  it('[S2] appends nothing of an ended session, nor to a finalised plan or another epoch', async () => {
    const log = postgresLog(test.database.pool)
    const [late, finalised, past] = [await newBatch(), await newBatch(), await newBatch()]
    await test.database.prisma.plan.update({
      where: { id: finalised.planId },
      data: { status: 'finalised' },
    })
    const ended = { ...late, authors: [{ personId, sessionId: randomUUID() }] }
    const outcomes = await log.append(
      randomUUID(),
      [ended, finalised, { ...past, epoch: 2 }],
      false,
    )
    expect([...outcomes.values()].map((outcome) => outcome.kind)).toEqual([
      'sessions',
      'finalised',
      'epoch',
    ])
    for (const { planId } of [late, finalised, past]) {
      expect(await log.rowsAfter(planId, 0n)).toEqual([])
    }
  })

  it('knows the same roles as writers as domain/rights.ts', async () => {
    const { rows } = await test.database.pool.query<{ role: string; writes: boolean }>(
      'select r::text as role, role_writes_plans(r) as writes from unnest($1::role_name[]) as r',
      [roleNames],
    )
    const place = { unitId: branchId, above: [] }
    for (const { role, writes } of rows) {
      const grants = roleNames
        .filter((name) => name === role)
        .map((name) => ({ role: name, unitId: branchId }))
      expect(writes, role).toBe(can(grants, 'plan.edit', place))
    }
    expect(rows).toHaveLength(roleNames.length)
  })
})
