import { randomUUID } from 'node:crypto'
import type * as Y from 'yjs'
import { dayAt } from '#domain/days.ts'
import { checkKinds } from '#domain/record/commune-rules.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { beginPlan } from '../../log/begin-plan.ts'
import { changePlanForTest } from '../../roster/change-plan-for-test.ts'
import { openSampleTestBed, type SampleTestBed } from '../../roster/sample-test-bed.ts'
import { type DeskAsker, deskFor } from './desk.ts'
import { takeRecordAct } from './take-record-act.ts'

type Distributed<Act> = Act extends RecordAct ? Omit<Act, 'branchId' | 'month'> : never
/** An act without the month that the test bed is about. */
export type MonthAct = Distributed<Exclude<RecordAct, { kind: 'settleLate' }>>

/** The sample commune with an opened plan of Na Tông 1, and everybody signed in just now. */
export interface RecordTestBed extends SampleTestBed {
  readonly plan: { branchId: string; month: string }
  readonly planId: string
  desk(asker: DeskAsker): Promise<RecordDesk>
  /** Of another month of the branch. */
  deskOf(asker: DeskAsker, plan: { branchId: string; month: string }): Promise<RecordDesk>
  act(asker: DeskAsker, act: MonthAct): Promise<unknown>
  /** Changes the committed plan past the socket. */
  change(work: (doc: Y.Doc) => void): Promise<unknown>
  /** Lets nothing stand in the way but what is asked for: every weight becomes a note. */
  easeRules(more?: { signOffs?: number; weights?: Record<string, string> }): Promise<void>
  /** Enters a meeting and makes the month final as it is; returns the record's id. */
  finalise(asker: DeskAsker): Promise<string>
}

export async function openRecordTestBed(month = '2026-11'): Promise<RecordTestBed> {
  const bed = await openSampleTestBed()
  const { database } = bed
  const opener = await bed.asker('bithu')
  const plan = { branchId: await bed.branchId('Na Tông 1'), month }
  const planId = await beginPlan(database.pool, { ...plan, personId: opener.personId })
  const act: RecordTestBed['act'] = (asker, given) =>
    takeRecordAct(database, asker, { ...plan, ...given })
  const desk: RecordTestBed['desk'] = (asker) => deskFor(database, asker, plan.branchId, plan.month)
  return {
    ...bed,
    plan,
    planId,
    desk,
    deskOf: (asker, other) => deskFor(database, asker, other.branchId, other.month),
    act,
    change: (work) => changePlanForTest(database, { ...plan, personId: opener.personId }, work),
    easeRules: async ({ signOffs = 0, weights = {} } = {}) => {
      const eased = { ...noteOfAll, ...weights }
      await database.prisma.communeRules.upsert({
        where: { communeId: bed.communeId },
        create: { communeId: bed.communeId, signOffs, weights: eased },
        update: { signOffs, weights: eased },
      })
    },
    finalise: async (asker) => {
      const recordId = randomUUID()
      await act(asker, meeting)
      const { contentSha256 } = await desk(asker)
      await act(asker, { kind: 'finalise', recordId, sha256: contentSha256 })
      return recordId
    },
  }
}

/** A meeting of today at which everybody who came agreed. */
export const meeting = {
  kind: 'meeting',
  heldOn: dayAt(Date.now()),
  present: 15,
  voters: 15,
  inFavour: 15,
} as const

const noteOfAll = Object.fromEntries(checkKinds.map((kind) => [kind, 'note']))
