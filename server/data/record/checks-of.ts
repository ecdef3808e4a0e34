import 'server-only'
import { dayAt } from '#domain/days.ts'
import { type Need, needsAttention } from '#domain/needs-attention.ts'
import type { Check, CheckPlace } from '#domain/record/check.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import type { MonthGround } from './month-ground.ts'

/** What stands between a month and its record on a day, with the words that answer it. `now` is in milliseconds. */
export function checksOf(ground: MonthGround, desk: RecordDesk, now: number): Check[] {
  const needs = needsAttention(ground.roster, ground.plan.view, dayAt(now))
  const checks = needs.map((need): Check => {
    const at = placeOf(need)
    const key = `${need.kind}:${'id' in at ? at.id : ''}`
    const words = desk.justifications.find(({ checkKey }) => checkKey === key)?.words ?? null
    const weight = desk.rules.weights[need.kind]
    return { kind: need.kind, weight, key, at, need, count: 1, justification: words }
  })
  const signed = desk.signOffs.filter(({ covers }) => covers).length
  if (signed >= desk.rules.signOffs) return checks
  const missing: Check = {
    kind: 'signOffsMissing',
    weight: desk.rules.weights.signOffsMissing,
    key: 'signOffsMissing',
    at: { kind: 'signOffs' },
    need: null,
    count: desk.rules.signOffs - signed,
    justification: null,
  }
  return [...checks, missing]
}

function placeOf(need: Need): CheckPlace {
  if ('groupId' in need) return { kind: 'group', id: need.groupId }
  if ('taskId' in need) return { kind: 'task', id: need.taskId }
  return { kind: 'member', id: need.memberId }
}
