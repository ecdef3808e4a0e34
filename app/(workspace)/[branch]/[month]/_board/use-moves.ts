import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import type * as Y from 'yjs'
import { showToast, type ToastMessage } from '#app/_ui/toast.tsx'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import type { Target } from '#domain/plan-view.ts'
import { readAssignments } from '#domain/read-assignments.ts'
import { isSameTarget } from '#domain/target.ts'
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
    const hand: Hand = { doc, t, tell, now }
    return {
      tryPut: (carried, place) => tryPut(hand, carried, place),
      put: (carried, place) => put(hand, carried, place),
      takeOut: (memberId, target) => takeOut(hand, memberId, target),
      replace: (leaving, taking, groupId) => replace(hand, leaving, taking, groupId),
    }
  }, [doc, t, tell])
}

/** What every move needs: the document, the board as it is now, and words. */
interface Hand {
  doc: Y.Doc
  t: ReturnType<typeof useTranslations<'board.told'>>
  tell: ReturnType<typeof useTell>
  now: { readonly current: BoardView }
}

function nameAt({ now }: Hand, place: Place): string {
  return placeName(now.current.roster, place)
}

function tryPut(hand: Hand, carried: Carried, place: Place): Objection | null {
  const { now, t, tell } = hand
  const row = now.current.rows.get(carried.memberId)
  if (!row) return null
  switch (judge(now.current, carried, place).verdict) {
    case 'exempt':
      return 'reason'
    case 'byField':
      return 'byField'
    case 'already':
      tell.fact(t('already', { name: nameOf(row), place: nameAt(hand, place) }))
      return null
    default:
      put(hand, carried, place)
      return null
  }
}

function put(hand: Hand, carried: Carried, place: Place): void {
  const { doc, now, t, tell } = hand
  const row = now.current.rows.get(carried.memberId)
  const target = row && targetIn(place, row.member)
  if (!row || !target) return
  const { memberId, from } = carried
  if (from && !isStillThere(doc, memberId, from)) {
    tellGone(hand, row, place)
    return
  }
  tell.doing(() => {
    const there = now.current.cards.get(placeKey(place))?.memberIds.length ?? 0
    if (from) moveMember(doc, { memberId, from, to: target })
    else assignMember(doc, { memberId, target })
    const words = { name: nameOf(row), place: nameAt(hand, place), count: there + 1 }
    const sentence = from
      ? t('moved', { ...words, from: nameAt(hand, placeOf(from)) })
      : t('assigned', words)
    tell.done(sentence)
  })
}

/** Somebody moved the member away while they were being carried: told, and asked again. */
function tellGone(hand: Hand, row: MemberRow, wanted: Place): void {
  const { doc, t, tell } = hand
  const memberId = row.member.id
  const [held, ...others] = placesOf(doc, memberId)
  const from = held && others.length === 0 ? held : null
  const kept = held ? nameAt(hand, placeOf(held)) : t('noPlace')
  tell.fact(t('gone', { name: nameOf(row), kept }), {
    label: t('moveAfterAll', { place: nameAt(hand, wanted) }),
    run: () => put(hand, { memberId, from }, wanted),
  })
}

function takeOut(hand: Hand, memberId: string, target: Target): void {
  const { doc, now, t, tell } = hand
  const row = now.current.rows.get(memberId)
  tell.doing(() => {
    unassignMember(doc, { memberId, target })
    const name = row ? nameOf(row) : t('someone')
    tell.done(t('takenOut', { name, place: nameAt(hand, placeOf(target)) }))
  })
}

function replace(hand: Hand, leaving: string, taking: string, groupId: string): void {
  const { doc, now, t, tell } = hand
  const target: Target = { kind: 'group', id: groupId }
  const [one, other] = [now.current.rows.get(leaving), now.current.rows.get(taking)]
  if (!one || !other) return
  tell.doing(() => {
    assignMember(doc, { memberId: taking, target })
    unassignMember(doc, { memberId: leaving, target })
    const place = nameAt(hand, placeOf(target))
    tell.done(t('replaced', { name: nameOf(other), leaving: nameOf(one), place }))
  })
}

function placesOf(doc: Y.Doc, memberId: string): Target[] {
  return readAssignments(doc)
    .filter((place) => place.memberId === memberId)
    .map((place) => place.target)
}

function isStillThere(doc: Y.Doc, memberId: string, from: Target): boolean {
  return placesOf(doc, memberId).some((target) => isSameTarget(target, from))
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
      fact: (text: string, action?: ToastMessage['action']) =>
        showToast({ id: 'move', text, action }),
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
