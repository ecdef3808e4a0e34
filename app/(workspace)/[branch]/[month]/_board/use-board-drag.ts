import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import type { Carried, DragEvents, DropSpot } from './assign-drag.tsx'
import { judge } from './judge.ts'
import { nameOf } from './member-row.ts'
import { placeName, placeOf, samePlace, targetIn } from './place.ts'
import type { BoardDesk } from './use-board-desk.ts'
import type { BoardView } from './use-board-view.ts'

/** What carrying means: others see it, screen readers hear it, and dropping moves. */
export function useBoardDrag(
  view: BoardView,
  desk: BoardDesk,
): { carried: Carried | null; events: DragEvents } {
  const [carried, setCarried] = useState<Carried | null>(null)
  const { setDrag } = usePlanSession()
  const say = useDragWords(view)
  const { verbs } = desk

  const events: DragEvents = {
    onPickUp(held) {
      setCarried(held)
      verbs.pick(null)
      setDrag({ memberId: held.memberId, from: held.from, over: null })
      announce(say.pickedUp(held))
    },
    onOver(held, spot) {
      const row = view.rows.get(held.memberId)
      const over = spot && spot !== 'rail' && row ? targetIn(spot, row.member) : null
      setDrag({ memberId: held.memberId, from: held.from, over })
      const sentence = say.over(held, spot)
      if (sentence) announce(sentence)
    },
    onDrop(held, spot) {
      setCarried(null)
      setDrag(null)
      const isBack = spot === null || (spot === 'rail' && !held.from) || isWhereItWas(held, spot)
      if (isBack) announce(say.cancelled(held))
      else if (spot === 'rail') held.from && verbs.takeOut(held.memberId, held.from)
      else verbs.put(held, spot)
    },
    onCancel(held) {
      setCarried(null)
      setDrag(null)
      announce(say.cancelled(held))
    },
  }
  return { carried, events }
}

function isWhereItWas(held: Carried, spot: DropSpot): boolean {
  return (
    held.from !== null && spot !== null && spot !== 'rail' && samePlace(placeOf(held.from), spot)
  )
}

/** The sentences of a drag for screen readers, with old and new place; the drop itself is told by the move. */
function useDragWords(view: BoardView) {
  const t = useTranslations('board.drag')
  const verdicts = useTranslations('board.verdict')
  return useMemo(() => {
    const name = (held: Carried) => {
      const row = view.rows.get(held.memberId)
      return row ? nameOf(row) : ''
    }
    const oldPlace = (held: Carried) =>
      held.from ? placeName(view.roster, placeOf(held.from)) : null
    return {
      pickedUp(held: Carried): string {
        const from = oldPlace(held)
        return from
          ? t('pickedUpFrom', { name: name(held), place: from })
          : t('pickedUp', { name: name(held) })
      },
      over(held: Carried, spot: DropSpot): string | null {
        if (spot === null) return null
        if (spot === 'rail') return held.from ? t('overRail', { name: name(held) }) : null
        const { verdict, load } = judge(view, held, spot)
        const word = load ? `${verdicts(verdict)}, ${load}` : verdicts(verdict)
        return t('over', { name: name(held), place: placeName(view.roster, spot), verdict: word })
      },
      cancelled(held: Carried): string {
        const from = oldPlace(held)
        return from
          ? t('cancelledFrom', { name: name(held), place: from })
          : t('cancelled', { name: name(held) })
      },
    }
  }, [t, verdicts, view])
}
