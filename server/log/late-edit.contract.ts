// What every PlanLog promises about writes that come too late. Run for PostgreSQL and for the one in memory.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '#domain/wire.ts'
import type { PlanLogBed, Writer } from './plan-log.contract.ts'
import type { LateWrite } from './plan-log.ts'

export function describeLateEdits(name: string, open: () => Promise<PlanLogBed>): void {
  describe(`late edits: ${name}`, () => {
    let bed: PlanLogBed
    let months = 0

    beforeAll(async () => {
      bed = await open()
    })
    afterAll(() => bed.close())

    /** A plan that is finalised, and writes of one person who came too late. */
    async function late(status: 'finalised' | 'drafting' = 'finalised') {
      months += 1
      const planId = await bed.newPlan(`2031-${String(months).padStart(2, '0')}`)
      await bed.setStatus(planId, status)
      const writer = await bed.newWriter()
      const writeOf = (by: Writer, digest: number, more: Partial<LateWrite> = {}): LateWrite => ({
        ...{ planId, epoch: 1, continues: null, newId: randomUUID() },
        ...{ personId: by.personId, sessionId: by.sessionId },
        ...{ data: Uint8Array.of(digest), digest: Uint8Array.of(digest) },
        ...more,
      })
      const keep = (digest: number, more: Partial<LateWrite> = {}) =>
        bed.log.keepLateEdit(writeOf(writer, digest, more))
      const parts = async () =>
        (await bed.lateEdits(planId)).map((edit) => [edit.id, ...edit.parts.map(([byte]) => byte)])
      return { planId, writer, writeOf, keep, parts }
    }

    it('[W18] keeps the writes of one connection together and in order', async () => {
      const { keep, parts, writer, planId } = await late()
      const [one, other] = [randomUUID(), randomUUID()]
      expect(await keep(1, { newId: one })).toEqual({ kind: 'kept', lateEditId: one })
      expect(await keep(7, { newId: other })).toEqual({ kind: 'kept', lateEditId: other })
      for (const digest of [2, 3]) {
        expect(await keep(digest, { continues: one })).toEqual({ kind: 'kept', lateEditId: one })
      }
      expect(await parts()).toEqual([
        [one, 1, 2, 3],
        [other, 7],
      ])
      const [edit] = await bed.lateEdits(planId)
      expect(edit).toMatchObject({ author: writer.personId, epoch: 1 })
      expect(await bed.rows(planId)).toEqual([])
    })

    it('[W20] finds the same content of the same author and epoch again', async () => {
      const { planId, keep, writeOf, parts } = await late()
      const one = randomUUID()
      await keep(1, { newId: one })
      await keep(2, { continues: one })
      for (const [digest, continues] of [[2], [1], [2, one]] as const) {
        const again = await keep(digest, { continues: continues ?? null })
        expect(again).toEqual({ kind: 'kept', lateEditId: one })
      }
      expect(await parts()).toEqual([[one, 1, 2]])
      const other = await bed.newWriter()
      const own = await bed.log.keepLateEdit(writeOf(other, 2))
      expect(own).not.toMatchObject({ lateEditId: one })
      await bed.setEpoch(planId, 2)
      expect(await keep(2, { epoch: 2 })).not.toMatchObject({ lateEditId: one })
      // One that was settled is still where it lies, and gets no more.
      await bed.settleLateEdit(one)
      expect(await keep(2)).toEqual({ kind: 'kept', lateEditId: one })
      expect(await keep(3, { continues: one })).toEqual({ kind: 'full' })
    })

    it('[W19] keeps so many bytes of one and so many of a person, whatever others leave', async () => {
      const { keep, writeOf, parts } = await late()
      const half = new Uint8Array(limits.maxLateEditBytes / 2)
      const one = randomUUID()
      expect(await keep(1, { data: new Uint8Array(limits.maxLateEditBytes + 1) })).toEqual({
        kind: 'full',
      })
      await keep(2, { newId: one, data: half })
      expect(await keep(3, { continues: one, data: half })).toMatchObject({ kind: 'kept' })
      expect(await keep(4, { continues: one })).toEqual({ kind: 'full' })
      for (let n = 2; n <= limits.maxLateEdits; n += 1) {
        expect(await keep(10 + n)).toMatchObject({ kind: 'kept' })
      }
      expect(await keep(99)).toEqual({ kind: 'full' })
      expect(await bed.log.keepLateEdit(writeOf(await bed.newWriter(), 5))).toMatchObject({
        kind: 'kept',
      })
      await bed.settleLateEdit(one)
      expect(await keep(99)).toMatchObject({ kind: 'kept' })
      expect((await parts()).length).toBe(limits.maxLateEdits + 2)
    })

    it('[W18] keeps nothing that is not late, and waits for whoever holds the plan', async () => {
      const { planId, keep, parts } = await late('drafting')
      expect(await keep(1)).toEqual({ kind: 'notLate' })
      expect(await keep(1, { epoch: 2 })).toEqual({ kind: 'notLate' })
      expect(await keep(1, { planId: randomUUID() })).toEqual({ kind: 'notLate' })
      await bed.setEpoch(planId, 2)
      expect(await keep(1, { epoch: 2 })).toEqual({ kind: 'notLate' })
      const release = await bed.hold(planId)
      expect(await keep(1)).toEqual({ kind: 'busy' })
      await release()
      expect(await parts()).toEqual([])
      expect(await keep(1)).toMatchObject({ kind: 'kept' })
    })

    it.each([
      ['the session ended', (by: Writer) => bed.endSession(by.sessionId)],
      ['the session expired', (by: Writer) => bed.expireSession(by.sessionId)],
      ['the person is disabled', (by: Writer) => bed.disable(by.personId)],
      ['a new password is due', (by: Writer) => bed.askForNewPassword(by.personId)],
      ['the role is gone', (by: Writer) => bed.takeRole(by.personId)],
    ])('[W21] keeps nothing of someone who may not edit: %s', async (_, take) => {
      const { writer, keep, parts, writeOf } = await late()
      const stranger = { personId: (await bed.newWriter()).personId, sessionId: writer.sessionId }
      expect(await bed.log.keepLateEdit(writeOf(stranger, 1))).toEqual({ kind: 'rights' })
      await take(writer)
      expect(await keep(1)).toEqual({ kind: 'rights' })
      expect(await parts()).toEqual([])
    })
  })
}
