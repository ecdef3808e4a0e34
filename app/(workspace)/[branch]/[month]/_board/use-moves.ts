import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import { showToast } from '#app/_ui/toast.tsx'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import type { Target } from '#domain/plan-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useUndo } from '../_session/use-undo.ts'
import type { Carried } from './assign-drag.tsx'
import { judge } from './judge.ts'
import { type MemberRow, nameOf } from './member-row.ts'
import { type Place, placeKey, placeName, placeOf, targetIn } from './place.ts'
import type { BoardView } from './use-board-view.ts'

/** What stands against a move that was tried, so that the board can ask. */
export type Objection = 'reason' | 'byField'

export interface Moves {
  /** Does it, or gives back why a person must be asked first. */
  tryPut: (carried: Carried, place: Place) => Objection | null
  /** Does it without asking. */
  put: (carried: Carried, place: Place) => void
  takeOut: (memberId: string, target: Target) => void
  replace: (leaving: string, taking: string, groupId: string) => void
}

/** Moves members by the document's commands and says in words what was done, with the way back. */
export function useMoves(view: BoardView): Moves {
  const { doc } = usePlanSession()
  const t = useTranslations('board.told')
  const tell = useTell()
  // The verbs stay the same objects while the board changes under them.
  const now = useRef(view)
  now.current = view

  return useMemo(() => {
    const rowOf = (memberId: string): MemberRow | undefined => now.current.rows.get(memberId)
    const nameAt = (place: Place) => placeName(now.current.roster, place)

    function put(carried: Carried, place: Place): void {
      const row = rowOf(carried.memberId)
      const target = row && targetIn(place, row.member)
      if (!row || !target) return
      const { memberId, from } = carried
      tell.doing(() => {
        const there = now.current.cards.get(placeKey(place))?.memberIds.length ?? 0
        if (from) moveMember(doc, { memberId, from, to: target })
        else assignMember(doc, { memberId, target })
        const words = { name: nameOf(row), place: nameAt(place), count: there + 1 }
        tell.done(
          from ? t('moved', { ...words, from: nameAt(placeOf(from)) }) : t('assigned', words),
        )
      })
    }

    return {
      put,
      tryPut(carried, place) {
        const row = rowOf(carried.memberId)
        if (!row) return null
        switch (judge(now.current, carried, place).verdict) {
          case 'exempt':
            return 'reason'
          case 'byField':
            return 'byField'
          case 'already':
            tell.fact(t('already', { name: nameOf(row), place: nameAt(place) }))
            return null
          default:
            put(carried, place)
            return null
        }
      },
      takeOut(memberId, target) {
        const row = rowOf(memberId)
        tell.doing(() => {
          unassignMember(doc, { memberId, target })
          tell.done(
            t('takenOut', {
              name: row ? nameOf(row) : t('someone'),
              place: nameAt(placeOf(target)),
            }),
          )
        })
      },
      replace(leaving, taking, groupId) {
        const target: Target = { kind: 'group', id: groupId }
        const [one, other] = [rowOf(leaving), rowOf(taking)]
        if (!one || !other) return
        tell.doing(() => {
          assignMember(doc, { memberId: taking, target })
          unassignMember(doc, { memberId: leaving, target })
          const place = nameAt(placeOf(target))
          tell.done(t('replaced', { name: nameOf(other), leaving: nameOf(one), place }))
        })
      },
    }
  }, [doc, t, tell])
}

/** Says what was done or refused. Only the last sentence stays, so that its way back is the way back. */
function useTell() {
  const t = useTranslations('board.told')
  const language = useLocale()
  const { undo } = useUndo()
  return useMemo(
    () => ({
      done: (text: string) =>
        showToast({ id: 'move', text, action: { label: t('undo'), run: undo } }),
      fact: (text: string) => showToast({ id: 'move', text }),
      doing(act: () => void) {
        try {
          act()
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          showToast({
            id: 'move',
            tone: 'block',
            text: errorText(error.code, language, error.details),
          })
        }
      },
    }),
    [t, language, undo],
  )
}
