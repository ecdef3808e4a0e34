import { createHash } from 'node:crypto'
import type { PlanContent } from '#domain/plan-content.ts'
import { canonicalJson } from '#domain/record/canonical-json.ts'
import { type RecordContent, recordContent } from '#domain/record/record-content.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { PlanHead } from '../log/plan-log.ts'

/** A month's content in its one text. */
export interface SettledContent {
  content: RecordContent
  text: string
  /** Of the text, 64 hexadecimal digits. */
  sha256: string
}

const mostRemembered = 100
/** By plan, the one used last at the end. */
const remembered = new Map<string, { key: string; settled: SettledContent }>()

/**
 * The content of a committed plan with its roster; made once for the same plan and `roster` print
 * (record-ground.ts), which was read before the roster was.
 */
export function settledContent(
  head: PlanHead,
  plan: PlanContent,
  roster: { view: RosterView; print: string },
): SettledContent {
  const key = `${head.seq}:${roster.print}`
  const held = remembered.get(head.planId)
  remembered.delete(head.planId)
  const settled = held?.key === key ? held.settled : settle(roster.view, plan, head.month)
  remembered.set(head.planId, { key, settled })
  const [oldest] = remembered.keys()
  if (remembered.size > mostRemembered && oldest) remembered.delete(oldest)
  return settled
}

function settle(roster: RosterView, plan: PlanContent, month: string): SettledContent {
  const content = recordContent(roster, plan, month)
  const text = canonicalJson(content)
  return { content, text, sha256: createHash('sha256').update(text).digest('hex') }
}
