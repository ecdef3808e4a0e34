import type * as Y from 'yjs'
import { takeUpChange } from '#domain/commands/take-up-change.ts'
import { DomainError } from '#domain/errors.ts'
import { type LateStanding, lateStanding, taskHere } from '#domain/late/late-standing.ts'
import type { LateChange } from '#domain/late/late-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { RosterView } from '#domain/roster-view.ts'

/** What a command can carry out; words are copied by people. */
export type CarriedChange = Extract<LateChange, { kind: 'places' | 'task' }>

export function isCarried(change: LateChange): change is CarriedChange {
  return change.kind === 'places' || change.kind === 'task'
}

interface LatePlanGround {
  doc: Y.Doc
  undo: Pick<Y.UndoManager, 'stopCapturing'>
  roster: RosterView
  /** yyyy-mm, both: of this plan, and the month that the changes were too late for. */
  month: string
  lateMonth: string
  /** Is it still the plan on the screen? A refusal replaces the document. */
  isOpen: () => boolean
}

/** A plan that is open here, as one that takes late changes up. */
export class LatePlan {
  readonly #ground: LatePlanGround

  constructor(ground: LatePlanGround) {
    this.#ground = ground
  }

  get isOpen(): boolean {
    return this.#ground.isOpen()
  }

  /** As the plan is at this moment. */
  standing(change: LateChange): LateStanding['kind'] {
    const { doc, ...ground } = this.#ground
    return lateStanding(change, { ...ground, view: readPlan(doc) }).kind
  }

  /** Carries a change out as a step of its own in undo; null, or why it could not be and nothing changed. */
  run(change: CarriedChange): DomainError | null {
    const { doc, undo, roster, month, lateMonth } = this.#ground
    const own = change.kind === 'task' ? change.taskId : ''
    const here = taskHere(own, { view: readPlan(doc), month, lateMonth })
    const memberIds = new Set(roster.members.map(({ id }) => id))
    try {
      undo.stopCapturing()
      takeUpChange(doc, { change, taskId: here?.task.id ?? own, memberIds })
      undo.stopCapturing()
      return null
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return error
    }
  }
}
