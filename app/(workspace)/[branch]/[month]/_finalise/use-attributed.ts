import { useEffect, useMemo, useState } from 'react'
import type { PlanChange } from '#domain/history/plan-change.ts'
import { type AttributedChange, attributed, type Changer } from '#domain/record/changer.ts'
import { readChangers } from '../_record/desk-link.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

const nobody: readonly Changer[] = []

/**
 * The changes with who made them, asked for once they are wanted and again when the committed content is another. `seq`
 * is the row of the log after which they were made; null when it is not known, and then nobody is named.
 */
export function useAttributed(
  changes: readonly PlanChange[],
  seq: number | null,
  isWanted: boolean,
): AttributedChange[] {
  const { roster, month } = usePlanSession()
  const content = useDesk().desk?.contentSha256 ?? null
  const branchId = roster.branch.id
  const [changers, setChangers] = useState(nobody)
  useEffect(() => {
    if (!isWanted || seq === null || content === null) return
    let isLate = false
    void readChangers({ branchId, month }, seq).then((read) => {
      if (!isLate && read !== null) setChangers(read)
    })
    return () => {
      isLate = true
    }
  }, [branchId, month, seq, isWanted, content])
  return useMemo(() => attributed(changes, changers), [changes, changers])
}
