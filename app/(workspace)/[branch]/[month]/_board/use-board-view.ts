import { useMemo, useRef } from 'react'
import { type Coverage, coverage } from '#domain/coverage.ts'
import { type IdentityLine, identityLine } from '#domain/identity-line.ts'
import { type Need, needsAttention } from '#domain/needs-attention.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { keepSame } from '../_session/keep-same.ts'
import { type MemberRow, readMemberRows } from './member-row.ts'
import { type PlaceCard, readPlaceCards } from './place-card.ts'

/** Everything that the board draws, made from the roster, the plan and the day; nothing else is asked. */
export interface BoardView {
  roster: RosterView
  plan: PlanView
  today: string
  /** By member id, in the order of given names. */
  rows: ReadonlyMap<string, MemberRow>
  /** By place key, in the order of numbers. */
  cards: ReadonlyMap<string, PlaceCard>
  coverage: Coverage
  identity: IdentityLine
  needs: readonly Need[]
}

/** The view of the board; rows and cards that did not change stay the same objects. */
export function useBoardView(roster: RosterView, plan: PlanView, today: string): BoardView {
  const rowsBefore = useRef<ReadonlyMap<string, MemberRow>>(new Map())
  const cardsBefore = useRef<ReadonlyMap<string, PlaceCard>>(new Map())
  return useMemo(() => {
    const rowList = readMemberRows(roster, plan, today)
    const cardList = readPlaceCards(roster, plan, rowList)
    rowsBefore.current = keepSame(
      rowsBefore.current,
      new Map(rowList.map((row) => [row.member.id, row])),
    )
    cardsBefore.current = keepSame(
      cardsBefore.current,
      new Map(cardList.map((card) => [card.key, card])),
    )
    return {
      roster,
      plan,
      today,
      rows: rowsBefore.current,
      cards: cardsBefore.current,
      coverage: coverage(roster, plan),
      identity: identityLine(roster, plan, today),
      needs: needsAttention(roster, plan, today),
    }
  }, [roster, plan, today])
}
