// What every PlanLog promises, whatever keeps it. Run for the log in PostgreSQL and for the one in memory.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { PlanStatus } from '#domain/wire.ts'
import { openPlanDoc } from './fold-rows.ts'
import type { AppendOutcome, PlanBatch, PlanLog } from './plan-log.ts'

export interface Writer {
  personId: string
  sessionId: string
}

/** A log, and hands on the tables beside it. */
export interface PlanLogBed {
  readonly log: PlanLog
  readonly branchId: string
  newPlan(month: string): Promise<string>
  /** Somebody of the branch's committee, signed in. */
  newWriter(): Promise<Writer>
  endSession(sessionId: string): Promise<void>
  expireSession(sessionId: string): Promise<void>
  prolongSession(sessionId: string): Promise<void>
  disable(personId: string): Promise<void>
  askForNewPassword(personId: string): Promise<void>
  takeRole(personId: string): Promise<void>
  setStatus(planId: string, status: PlanStatus): Promise<void>
  setEpoch(planId: string, epoch: number): Promise<void>
  /** Holds the plan's row until the returned function is called. */
  hold(planId: string): Promise<() => Promise<void>>
  rows(
    planId: string,
  ): Promise<{ seq: bigint; epoch: number; author: string | null; batchId: string }[]>
  snapshotSeqs(planId: string): Promise<bigint[]>
  damageSnapshots(planId: string): Promise<void>
  /** In the order in which they were begun. */
  lateEdits(
    planId: string,
  ): Promise<{ id: string; author: string; epoch: number; parts: Uint8Array[] }[]>
  /** Somebody has taken it up, or put it aside. */
  settleLateEdit(id: string): Promise<void>
  close(): Promise<void>
}

const target = { kind: 'group', id: 'g1' } as const

export function describePlanLog(name: string, open: () => Promise<PlanLogBed>): void {
  describe(`a plan log: ${name}`, () => {
    let bed: PlanLogBed
    let writer: Writer
    let months = 0
    let clientId = 1_000

    beforeAll(async () => {
      bed = await open()
      writer = await bed.newWriter()
    })
    afterAll(() => bed.close())

    /** A plan and a batch that fits it; the update is a real one. */
    async function fitting(by = writer): Promise<PlanBatch> {
      months += 1
      const planId = await bed.newPlan(
        `20${String(10 + Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`,
      )
      const [head] = await bed.log.heads([planId])
      return { ...assigning('m1', by), planId, epoch: 1, rightsRev: head?.rightsRev ?? 0n }
    }

    function assigning(
      memberId: string,
      by: Writer,
    ): Pick<PlanBatch, 'authors' | 'rows' | 'claims'> {
      clientId += 1
      const doc = openPlanDoc()
      doc.clientID = clientId
      assignMember(doc, { memberId, target })
      return {
        authors: [by],
        rows: [{ author: by.personId, data: Y.encodeStateAsUpdate(doc) }],
        claims: [{ clientId, personId: by.personId }],
      }
    }

    async function append(batch: PlanBatch, batchId = randomUUID(), again = false) {
      const outcomes = await bed.log.append(batchId, [batch], again)
      return outcomes.get(batch.planId)
    }

    const refused = async (batch: PlanBatch, outcome: AppendOutcome) => {
      const before = await bed.rows(batch.planId)
      expect(await append(batch)).toEqual(outcome)
      expect(await bed.rows(batch.planId)).toEqual(before)
      expect(
        await bed.log.ownersOf(
          batch.planId,
          batch.claims.map((claim) => claim.clientId),
        ),
      ).toEqual(new Map())
    }

    it('[S1] numbers rows from the head on, and notes author, epoch and batch of each', async () => {
      const other = await bed.newWriter()
      const batch = await fitting()
      const [one, two] = [randomUUID(), randomUUID()]
      const more = assigning('m2', other)
      expect(await append(batch, one)).toEqual({ kind: 'appended', base: 0n })
      const both = {
        ...batch,
        authors: [writer, other],
        rows: [...assigning('m3', writer).rows, ...more.rows],
        claims: more.claims,
      }
      expect(await append(both, two)).toEqual({ kind: 'appended', base: 1n })
      expect(await bed.rows(batch.planId)).toEqual([
        { seq: 1n, epoch: 1, author: writer.personId, batchId: one },
        { seq: 2n, epoch: 1, author: writer.personId, batchId: two },
        { seq: 3n, epoch: 1, author: other.personId, batchId: two },
      ])
    })

    it('[S6] finds a batch that is in the log again by its id, and writes it only when it is not', async () => {
      const batch = await fitting()
      const [kept, lost] = [randomUUID(), randomUUID()]
      await append(batch, kept)
      await append({ ...batch, ...assigning('m2', writer) }, randomUUID())
      expect(await append(batch, kept, true)).toEqual({ kind: 'appended', base: 0n })
      expect(await bed.rows(batch.planId)).toHaveLength(2)
      const unsent = { ...batch, ...assigning('m3', writer) }
      expect(await append(unsent, lost, true)).toEqual({ kind: 'appended', base: 2n })
      expect(await bed.rows(batch.planId)).toHaveLength(3)
    })

    it('[S6] finds it whatever was taken away since', async () => {
      const batch = await fitting()
      const batchId = randomUUID()
      await append(batch, batchId)
      await bed.setStatus(batch.planId, 'finalised')
      expect(await append(batch, batchId, true)).toEqual({ kind: 'appended', base: 0n })
      await bed.setEpoch(batch.planId, 2)
      expect(await append(batch, batchId, true)).toEqual({ kind: 'appended', base: 0n })
    })

    it('[S6] refuses an attempt that comes after the one that repeated it', async () => {
      const batch = await fitting()
      const batchId = randomUUID()
      expect(await append(batch, batchId, true)).toEqual({ kind: 'appended', base: 0n })
      await expect(append(batch, batchId)).rejects.toMatchObject({ code: '23505' })
      expect(await bed.rows(batch.planId)).toHaveLength(1)
    })

    it('[S7] answers busy for a plan whose row is held, and appends to the others', async () => {
      const [held, open] = [await fitting(), await fitting()]
      const release = await bed.hold(held.planId)
      const outcomes = await bed.log.append(randomUUID(), [held, open], false)
      expect([...outcomes]).toEqual(
        expect.arrayContaining([
          [held.planId, { kind: 'busy' }],
          [open.planId, { kind: 'appended', base: 0n }],
        ]),
      )
      expect(await append(held, randomUUID(), true)).toEqual({ kind: 'busy' })
      await release()
      expect(await append(held)).toEqual({ kind: 'appended', base: 0n })
    })

    it('[S2] appends nothing of another epoch, and asks that first', async () => {
      const batch = await fitting()
      await bed.setEpoch(batch.planId, 2)
      await bed.setStatus(batch.planId, 'finalised')
      await refused(batch, { kind: 'epoch' })
      await refused({ ...batch, epoch: 2 }, { kind: 'finalised' })
      await bed.setStatus(batch.planId, 'circulating')
      expect(await append({ ...batch, epoch: 2 })).toEqual({ kind: 'appended', base: 0n })
      expect((await bed.rows(batch.planId)).map((row) => row.epoch)).toEqual([2])
    })

    it.each([
      ['a session ends', (by: Writer) => bed.endSession(by.sessionId)],
      ['a session expires', (by: Writer) => bed.expireSession(by.sessionId)],
      ['a person is disabled', (by: Writer) => bed.disable(by.personId)],
      ['a password was set by the office', (by: Writer) => bed.askForNewPassword(by.personId)],
    ])('[S2] raises rights_rev when %s, and then names the session', async (_, take) => {
      const by = await bed.newWriter()
      const batch = await fitting(by)
      await take(by)
      await refused(batch, { kind: 'rights', rev: batch.rightsRev + 1n })
      await refused(
        { ...batch, rightsRev: batch.rightsRev + 1n },
        { kind: 'sessions', sessionIds: [by.sessionId] },
      )
    })

    it('[S2] raises rights_rev when a role that writes is taken away', async () => {
      const by = await bed.newWriter()
      const batch = await fitting(by)
      await bed.takeRole(by.personId)
      await refused(batch, { kind: 'rights', rev: batch.rightsRev + 1n })
    })

    it('[S2] names only the sessions that are over; one that lives longer is none of them', async () => {
      const by = await bed.newWriter()
      const batch = await fitting(by)
      const stranger = { personId: writer.personId, sessionId: by.sessionId }
      await bed.prolongSession(writer.sessionId)
      await refused(
        { ...batch, authors: [writer, stranger] },
        { kind: 'sessions', sessionIds: [by.sessionId] },
      )
      expect(await append({ ...batch, authors: [writer, by] })).toMatchObject({ kind: 'appended' })
    })

    it('[G2] keeps a client id for whoever wrote with it first', async () => {
      const batch = await fitting()
      const [claim] = batch.claims
      await append(batch)
      const thief = await bed.newWriter()
      const [head] = await bed.log.heads([batch.planId])
      const stolen = {
        ...batch,
        authors: [thief],
        rightsRev: head?.rightsRev ?? 0n,
        claims: [{ clientId: claim?.clientId ?? 0, personId: thief.personId }],
      }
      expect(await append(stolen)).toEqual({ kind: 'owner', clientIds: [claim?.clientId] })
      expect(await append({ ...batch, rightsRev: stolen.rightsRev })).toMatchObject({
        kind: 'appended',
      })
      expect(await bed.log.ownersOf(batch.planId, [claim?.clientId ?? 0, 5])).toEqual(
        new Map([[claim?.clientId, writer.personId]]),
      )
    })

    it('[S9] tells the head, the rows after any place, and who owns what', async () => {
      const batch = await fitting()
      await append(batch)
      const second = assigning('m2', writer)
      await append({ ...batch, ...second })
      const [head] = await bed.log.heads([batch.planId, randomUUID()])
      expect(head).toMatchObject({ planId: batch.planId, epoch: 1, status: 'drafting', seq: 2n })
      expect(await bed.log.findHead(bed.branchId, head?.month ?? '')).toEqual(head)
      expect(await bed.log.findHead(randomUUID(), '2026-01')).toBeNull()
      const rows = await bed.log.rowsAfter(batch.planId, 1n)
      expect(rows.map(({ seq, data }) => [seq, [...data]])).toEqual([
        [2n, [...(second.rows[0]?.data ?? [])]],
      ])
    })

    it('[S3] [S4] loads the same plan with and without snapshots, of which two are kept', async () => {
      const batch = await fitting()
      const loads = async () => {
        const { doc, owners, ...rest } = await bed.log.load(batch.planId)
        return { ...rest, view: readPlan(doc), owners: [...owners].sort() }
      }
      const taken: boolean[] = []
      for (const memberId of ['m1', 'm2', 'm3', 'm4']) {
        await append({ ...batch, ...assigning(memberId, writer) })
        if (memberId === 'm4') break
        taken.push(await bed.log.snapshot(batch.planId), await bed.log.snapshot(batch.planId))
      }
      expect(taken).toEqual([true, false, true, false, true, false])
      expect(await bed.snapshotSeqs(batch.planId)).toEqual([3n, 2n])
      const cached = await loads()
      expect(cached).toMatchObject({ seq: 4n, sinceSnapshot: { rows: 1 } })
      expect(cached.view.assignments.map(({ memberId }) => memberId)).toEqual([
        'm1',
        'm2',
        'm3',
        'm4',
      ])
      await bed.damageSnapshots(batch.planId)
      const whole = await loads()
      expect(whole.sinceSnapshot.rows).toBe(4)
      expect({ ...whole, sinceSnapshot: null }).toEqual({ ...cached, sinceSnapshot: null })
    })

    it('[S5] does not load, nor snapshot, a plan that is not there', async () => {
      await expect(bed.log.load(randomUUID())).rejects.toThrow('log: no plan')
      await expect(bed.log.snapshot(randomUUID())).rejects.toThrow('log: no plan')
      expect(await bed.log.rowsAfter(randomUUID(), 0n)).toEqual([])
    })
  })
}
