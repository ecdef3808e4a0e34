import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { showToast } from '#app/_ui/toast.tsx'
import { moveMember } from '#domain/commands/move-member.ts'
import type { Target } from '#domain/plan-view.ts'
import { isSameTarget } from '#domain/target.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { type ContestedMove, useContestedMoves } from '../_session/use-contested-moves.ts'
import { nameOf } from './member-row.ts'
import { placeName, placeOf } from './place.ts'
import type { BoardView } from './use-board-view.ts'

/** Tells this person of each move that crossed another's: where the member is now, whose move holds, the way back. */
export function useContestedToasts(view: BoardView): void {
  const t = useTranslations('board.contested')
  const { doc, canEdit } = usePlanSession()
  const { moves, dismiss } = useContestedMoves()
  const told = useRef(new Set<string>())

  useEffect(() => {
    const nameAt = (target: Target | null) =>
      target ? placeName(view.roster, placeOf(target)) : t('noPlace')
    for (const move of moves) {
      const row = view.rows.get(move.memberId)
      if (told.current.has(move.id) || !row) continue
      told.current.add(move.id)
      const words = {
        other: move.name ?? t('somebody'),
        name: nameOf(row),
        mine: nameAt(move.mine),
        theirs: nameAt(move.theirs),
        kept: nameAt(move.kept),
      }
      const { kept, back } = wayBack(move)
      showToast({
        id: `contested:${move.id}`,
        text: t(isMineKept(move) ? 'mineKept' : 'theirsKept', words),
        action:
          canEdit && kept && back
            ? {
                label: t('moveTo', { place: nameAt(back) }),
                run: () => {
                  moveMember(doc, { memberId: move.memberId, from: kept, to: back })
                  dismiss(move.id)
                },
              }
            : undefined,
      })
      dismiss(move.id)
    }
  }, [moves, dismiss, view, doc, canEdit, t])
}

function isMineKept(move: ContestedMove): boolean {
  return move.mine !== null && move.kept !== null && isSameTarget(move.mine, move.kept)
}

/** The place that did not hold, when both are places. */
function wayBack(move: ContestedMove): { kept: Target | null; back: Target | null } {
  return { kept: move.kept, back: isMineKept(move) ? move.theirs : move.mine }
}
