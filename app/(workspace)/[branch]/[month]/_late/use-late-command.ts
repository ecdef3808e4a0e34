import { useLocale } from 'next-intl'
import { takeUpChange } from '#domain/commands/take-up-change.ts'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import { type LateStanding, lateStanding, taskHere } from '#domain/late/late-standing.ts'
import type { LateChange } from '#domain/late/late-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { usePlanSession, usePlanStore } from '../_session/plan-session.tsx'

/** What a command can carry out; words are copied by people. */
export type CarriedChange = Extract<LateChange, { kind: 'places' | 'task' }>

export function isCarried(change: LateChange): change is CarriedChange {
  return change.kind === 'places' || change.kind === 'task'
}

/** Late changes of the month `of`, held against the plan that is open here and carried out in it. */
export function useLateCommand(refuse: (text: string) => void) {
  const language = useLocale()
  const { doc, roster, month } = usePlanSession()
  const { undo } = usePlanStore().live

  function standing(change: LateChange, of: string): LateStanding['kind'] {
    return lateStanding(change, { view: readPlan(doc), roster, month, lateMonth: of }).kind
  }

  /** Runs a change as a step of its own in undo; says whether it was done. */
  function run(change: CarriedChange, of: string): boolean {
    const own = change.kind === 'task' ? change.taskId : ''
    const here = taskHere(own, { view: readPlan(doc), month, lateMonth: of })
    const memberIds = new Set(roster.members.map(({ id }) => id))
    try {
      undo.stopCapturing()
      takeUpChange(doc, { change, taskId: here?.task.id ?? own, memberIds })
      undo.stopCapturing()
      return true
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      refuse(errorText(error.code, language, error.details))
      return false
    }
  }

  return { standing, run }
}
