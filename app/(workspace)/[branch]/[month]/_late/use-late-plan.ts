import { useMemo } from 'react'
import { usePlanSession, usePlanStore } from '../_session/plan-session.tsx'
import { LatePlan } from './late-plan.ts'

/** The plan that is open here, for late changes of the month `of`. */
export function useLatePlan(of: string): LatePlan {
  const { doc, roster, month } = usePlanSession()
  const store = usePlanStore()
  const { undo } = store.live
  return useMemo(() => {
    const isOpen = () => store.live.doc === doc
    return new LatePlan({ doc, undo, roster, month, lateMonth: of, isOpen })
  }, [doc, undo, roster, month, of, store])
}
