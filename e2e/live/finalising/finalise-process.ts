// Makes a month final in a process of its own and ends itself, by SIGKILL, at the place that KILL_AT names. ORDER says
// who asks for what.
import type { RecordAct } from '#domain/record/record-act.ts'
import type { Place } from '#domain/rights.ts'
import type { DeskAsker } from '#server/data/record/desk.ts'
import { finaliseMonth } from '#server/data/record/finalise-month.ts'
import { openDatabase } from '#server/db/database.ts'
import { openReaders } from '#server/log/open-readers.ts'

export interface FinaliseOrder {
  asker: DeskAsker
  where: { planId: string; place: Place }
  act: Extract<RecordAct, { kind: 'finalise' }>
}

const { DATABASE_URL = '', KILL_AT = '', ORDER = '' } = process.env
const { asker, where, act } = JSON.parse(ORDER) as FinaliseOrder
openReaders()
await finaliseMonth(openDatabase(DATABASE_URL), asker, where, act, (point) => {
  if (point === KILL_AT) process.kill(process.pid, 'SIGKILL')
})
process.exit(0)
