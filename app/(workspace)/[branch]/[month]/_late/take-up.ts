import type { DomainError } from '#domain/errors.ts'
import type { LateItem } from '#domain/late/late-view.ts'
import type { ActOutcome } from '../_record/desk-link.ts'
import { isCarried, type LatePlan } from './late-plan.ts'

/** Asks the server to note a verdict, or that there is none again. */
export type NoteVerdict = (item: LateItem, verdict: 'takenUp' | null) => Promise<ActOutcome>

export type Taken =
  /** `didRun`: a command changed the plan; else it said so already, or a person copied the words. */
  | { kind: 'takenUp'; didRun: boolean }
  /** By the server, in its own words, or by the command. */
  | { kind: 'refused'; why: string | DomainError }
  /** Nobody knows whether it was noted; or the plan is no longer open here. */
  | { kind: 'noAnswer' | 'closed' }

/**
 * Takes one thing up: the server first, where one of two people wins, then the ordinary command. What could not be
 * carried out waits again (SPEC F74).
 */
export async function takeUp(
  item: LateItem,
  plan: LatePlan,
  noteVerdict: NoteVerdict,
): Promise<Taken> {
  const noted = await noteVerdict(item, 'takenUp')
  if (noted.kind === 'noAnswer') return noted
  if (noted.kind === 'refused') return { kind: 'refused', why: noted.message }
  const { change } = item
  if (!plan.isOpen) {
    await noteVerdict(item, null)
    return { kind: 'closed' }
  }
  const isThere = !isCarried(change) || plan.standing(change) === 'done'
  if (isThere) return { kind: 'takenUp', didRun: false }
  const why = plan.run(change)
  if (why === null) return { kind: 'takenUp', didRun: true }
  await noteVerdict(item, null)
  return { kind: 'refused', why }
}
