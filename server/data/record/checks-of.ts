import 'server-only'
import { checks } from '#domain/checks.ts'
import { dayAt } from '#domain/days.ts'
import type { Check } from '#domain/record/check.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import type { MonthGround } from './month-ground.ts'

/** What stands between a month and its record, as the board says it too. `now` is in milliseconds. */
export function checksOf({ roster, plan }: MonthGround, desk: RecordDesk, now: number): Check[] {
  const covering = desk.signOffs.filter(({ covers }) => covers).length
  return checks(roster, plan.view, { ...desk, covering }, dayAt(now))
}
