import { useCallback } from 'react'
import type { LateItem } from '#domain/late/late-view.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import { type ActOutcome, sendAct } from '../_record/desk-link.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

type Verdict = Extract<RecordAct, { kind: 'settleLate' }>['verdict']

/** Asks the server to note what was decided about a thing of this late edit; taken up is it into the plan that is open here. */
export function useNoteVerdict(lateEditId: string) {
  const { month } = usePlanSession()
  return useCallback(
    ({ key }: LateItem, verdict: Verdict, reason: string | null = null): Promise<ActOutcome> => {
      const taker = verdict === 'takenUp' ? month : null
      return sendAct({ kind: 'settleLate', lateEditId, key, verdict, reason, month: taker })
    },
    [lateEditId, month],
  )
}
