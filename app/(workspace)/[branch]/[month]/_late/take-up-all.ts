import type { DomainError } from '#domain/errors.ts'
import type { LateStanding } from '#domain/late/late-standing.ts'
import { isWaiting, type LateItem, type LateItemView } from '#domain/late/late-view.ts'
import type { LatePlan } from './late-plan.ts'
import { type NoteVerdict, takeUp } from './take-up.ts'

/** What became of a late edit whose things were taken up together. */
export interface TakenTogether {
  taken: { item: LateItem; didRun: boolean }[]
  /** What was tried and stays, by key, and why. */
  refused: Map<string, string | DomainError>
  /** The server did not answer, or the plan is no longer open here: what follows was not tried. */
  isCutShort: boolean
}

interface Taking {
  plan: LatePlan
  noteVerdict: NoteVerdict
  /** After each that was tried. */
  onStep?: (tried: number) => void
}

/** Whether a thing waits that a plan to which it stands so takes up without a hand: it fits, or is there already. */
export function isTakeable(item: LateItemView, standing: LateStanding['kind']): boolean {
  return isWaiting(item) && (standing === 'fits' || standing === 'done')
}

/**
 * Takes up what this plan can of one late edit, one after the other and each by itself: judged at its turn, with a verdict
 * and a step in undo of its own. What cannot be taken up stays (SPEC F107).
 */
export async function takeUpAll(
  items: readonly LateItemView[],
  { plan, noteVerdict, onStep }: Taking,
): Promise<TakenTogether> {
  const done: TakenTogether = { taken: [], refused: new Map(), isCutShort: false }
  let tried = 0
  for (const item of items) {
    if (!isTakeable(item, plan.standing(item.change))) continue
    const outcome = await takeUp(item, plan, noteVerdict)
    if (outcome.kind === 'takenUp') done.taken.push({ item, didRun: outcome.didRun })
    else if (outcome.kind === 'refused') done.refused.set(item.key, outcome.why)
    else return { ...done, isCutShort: true }
    tried += 1
    onStep?.(tried)
  }
  return done
}
