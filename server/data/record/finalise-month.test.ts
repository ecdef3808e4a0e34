import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/record/canonical-json.ts'
import type { DeskAsker } from './desk.ts'
import { openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'
import { recordFor, recordOfMonthFor } from './records.ts'

let bed: RecordTestBed
let secretary: DeskAsker
beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
})
afterAll(() => bed.close())

describe('a month is finalised', () => {
  it('[F4] from desk to record, and opened again for a second version', async () => {
    await bed.easeRules()
    const first = await bed.finalise(secretary)
    const desk = await bed.desk(secretary)
    expect(desk).toMatchObject({
      status: 'finalised',
      epoch: 2,
      records: [{ id: first, version: 1 }],
    })
    const { stored, record } = await recordFor(bed.database, secretary, first)
    expect(canonicalJson(record)).toBe(stored.json)
    expect(createHash('sha256').update(stored.json).digest('hex')).toBe(stored.sha256)
    await bed.act(secretary, { kind: 'reopen', recordId: first, reason: 'Sai tên nhóm' })
    const second = await bed.finalise(secretary)
    const again = await recordFor(bed.database, secretary, second)
    expect(again.record).toMatchObject({
      version: 2,
      reopened: { version: 1, sha256: stored.sha256, reason: 'Sai tên nhóm' },
    })
    expect((await recordFor(bed.database, secretary, first)).stored.json).toBe(stored.json)
    const { branchId, month } = bed.plan
    const versionOf = async (version: number | null) =>
      (await recordOfMonthFor(bed.database, secretary, branchId, month, version)).stored.id
    expect(await versionOf(1)).toBe(first)
    expect(await versionOf(null)).toBe(second)
    await expect(versionOf(3)).rejects.toMatchObject({ code: 'unknownRecord' })
  })
})
