import { useEffect, useMemo, useRef, useState } from 'react'
import { usePlanSession } from '../_session/plan-session.tsx'
import type { Carried } from './assign-drag.tsx'
import type { BoardDialog } from './board-dialog.ts'
import type { BoardVerbs } from './board-verbs.tsx'
import type { BoardView } from './use-board-view.ts'
import { useMoves } from './use-moves.ts'
import { useSaveReason } from './use-save-reason.ts'

/** What one person has in hand at the board: the member held by a tap, the open dialog, and every verb. */
export interface BoardDesk {
  picked: Carried | null
  dialog: BoardDialog | null
  verbs: BoardVerbs
  close: () => void
  /** After the question: assigns someone who has a reason, which may end with it. */
  assignDespite: (dialog: Extract<BoardDialog, { kind: 'despiteReason' }>, ends: boolean) => void
}

export function useBoardDesk(view: BoardView): BoardDesk {
  const { canEdit } = usePlanSession()
  const [picked, setPicked] = useState<Carried | null>(null)
  const [dialog, setDialog] = useState<BoardDialog | null>(null)
  const moves = useMoves(view)
  const saveReason = useSaveReason()
  const rows = useRef(view.rows)
  rows.current = view.rows
  useDropOnEscape(picked !== null, () => setPicked(null))

  const verbs = useMemo<BoardVerbs>(
    () => ({
      put(carried, place) {
        setPicked(null)
        const objection = moves.tryPut(carried, place)
        if (objection === 'reason') setDialog({ kind: 'despiteReason', carried, place })
        if (objection === 'byField')
          setDialog({ kind: 'choosePlace', carried, becauseByField: true })
      },
      takeOut(memberId, target) {
        setPicked(null)
        moves.takeOut(memberId, target)
      },
      replace: moves.replace,
      pick: setPicked,
      openPlace: (place) => setDialog({ kind: 'place', place }),
      openMember: (memberId) => setDialog({ kind: 'member', memberId }),
      choosePlace(carried) {
        setPicked(null)
        setDialog({ kind: 'choosePlace', carried, becauseByField: false })
      },
      chooseMember: (place) => setDialog({ kind: 'chooseMember', place }),
      giveReason: (memberId, preset) =>
        setDialog({ kind: 'reason', memberId, preset: preset ?? null }),
    }),
    [moves],
  )

  return {
    picked: canEdit ? picked : null,
    dialog,
    verbs,
    close: () => setDialog(null),
    assignDespite({ carried, place }, ends) {
      setDialog(null)
      moves.put(carried, place)
      const row = rows.current.get(carried.memberId)
      if (ends && row) void saveReason(row, null)
    },
  }
}

/** Esc lets go of the member that is held, unless something on top of the board takes it. */
function useDropOnEscape(isHolding: boolean, drop: () => void): void {
  const latest = useRef(drop)
  latest.current = drop
  useEffect(() => {
    if (!isHolding) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isHolding])
}
