import { useSyncExternalStore } from 'react'
import type { PlanView } from '#domain/plan-view.ts'
import { usePlanSession, usePlanStore } from './plan-session.tsx'

/** The plan as it is now; the same object until it changes. */
export function usePlanView(): PlanView {
  const { generation } = usePlanSession()
  const { views } = usePlanStore().live
  // Named so that a replaced document is read from its first render on.
  void generation
  return useSyncExternalStore(views.subscribe, views.read, views.read)
}
