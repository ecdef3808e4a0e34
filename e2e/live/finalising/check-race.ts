import { expect } from 'vitest'
import * as Y from 'yjs'
import { readPlanContent } from '#domain/plan-content.ts'
import { proseParagraphs } from '#domain/prose-text.ts'
import { canonicalJson } from '#domain/record/canonical-json.ts'
import { recordContent } from '#domain/record/record-content.ts'
import { openPlanDoc } from '#server/log/fold-rows.ts'
import { loadPlan } from '#server/log/load-plan.ts'
import { parseRecord, readRecordOfMonth } from '#server/records/read-record.ts'
import { readRosterView } from '#server/roster/roster-view.ts'
import type { FinalisingStage } from './finalising-stage.ts'
import type { RaceWriter } from './race-writer.ts'
import type { Race } from './races.ts'

/** How a race ended, for those who count. */
export interface RaceEnd {
  inRecord: number
  late: number
  lostWithRight: number
}

/** One record or none; in it everything that was committed before it and nothing else; nothing saved is lost. */
export async function checkRace(stage: FinalisingStage, race: Race): Promise<RaceEnd> {
  const { month, writers } = race
  await Promise.all(writers.map((writer) => writer.settled()))
  const inRecord = await checkRecord(stage, race)
  const keptBefore = await marksOfLateEdits(stage, month.planId)
  for (const mark of writers.flatMap((writer) => writer.keptAsLate())) {
    expect(keptBefore.has(mark), `${mark} was said to lie with the secretary`).toBe(true)
  }
  const back = await Promise.all(writers.map((writer) => writer.bringBack()))
  const late = await marksOfLateEdits(stage, month.planId)
  const end: RaceEnd = { inRecord: 0, late: 0, lostWithRight: 0 }
  for (const [at, writer] of writers.entries()) {
    const wasHeard = back[at] === true
    // Only somebody without a right may be turned away.
    if (writer.person !== race.revoked) expect(wasHeard).toBe(true)
    for (const [mark, where] of whereMarksAre(writer, { inRecord, late })) {
      end[where] += 1
      if (wasHeard) expect(where, `${mark} was brought back`).not.toBe('lostWithRight')
    }
    writer.leave()
  }
  await stage.database.prisma.lateEdit.updateMany({
    where: { planId: month.planId },
    data: { settledAt: new Date() },
  })
  return end
}

function whereMarksAre(
  writer: RaceWriter,
  { inRecord, late }: { inRecord: ReadonlySet<string>; late: ReadonlySet<string> },
): [string, keyof RaceEnd][] {
  const saved = new Set(writer.saved())
  return writer.marks.map((mark) => {
    expect(inRecord.has(mark) && late.has(mark), `${mark} is in both`).toBe(false)
    if (saved.has(mark)) expect(inRecord.has(mark), `${mark} was called saved`).toBe(true)
    if (inRecord.has(mark)) return [mark, 'inRecord']
    return [mark, late.has(mark) ? 'late' : 'lostWithRight']
  })
}

async function checkRecord(stage: FinalisingStage, race: Race): Promise<ReadonlySet<string>> {
  const { prisma, pool } = stage.database
  const { month, won } = race
  const { planId } = month
  const records = await prisma.planRecord.findMany({
    where: { planId },
    orderBy: { version: 'asc' },
  })
  expect(records.map(({ version }) => version)).toEqual(records.map((_, at) => at + 1))
  const ofRace = records.filter(({ epoch }) => epoch === race.epoch)
  expect(ofRace, 'records of one epoch').toHaveLength(1)
  expect(new Set(won)).toEqual(new Set(ofRace.map(({ id }) => id)))
  const head = await month.head()
  expect(head).toMatchObject({ status: 'finalised', epoch: race.epoch + 1 })
  const [row] = ofRace
  expect(row?.seq, 'rows of the log that came after the record').toBe(head.headSeq)
  const audits = await prisma.auditEntry.count({ where: { planId, what: 'finalise' } })
  expect(audits).toBe(records.length)

  const stored = await readRecordOfMonth(pool, stage.branchId, month.month)
  if (!stored || !row) throw new Error('no record')
  const { content } = parseRecord(stored)
  const { doc } = await loadPlan(pool, planId)
  const roster = await readRosterView(stage.database, stage.place)
  const committed = recordContent(roster, readPlanContent(doc), month.month)
  expect(canonicalJson(content)).toBe(canonicalJson(committed))
  const state = openPlanDoc()
  Y.applyUpdate(state, new Uint8Array(row.state))
  expect(proseParagraphs(state, 'focus')).toEqual(proseParagraphs(doc, 'focus'))
  return new Set(proseParagraphs(doc, 'focus'))
}

/** What lies with the secretary and nobody has settled. */
async function marksOfLateEdits(
  { database }: FinalisingStage,
  planId: string,
): Promise<ReadonlySet<string>> {
  const edits = await database.prisma.lateEdit.findMany({
    where: { planId, settledAt: null },
    include: { parts: { orderBy: { ordinal: 'asc' } } },
  })
  const { doc } = await loadPlan(database.pool, planId)
  const before = new Set(proseParagraphs(doc, 'focus'))
  for (const { parts } of edits) {
    for (const { data } of parts) Y.applyUpdate(doc, new Uint8Array(data))
  }
  return new Set(proseParagraphs(doc, 'focus').filter((mark) => !before.has(mark)))
}
