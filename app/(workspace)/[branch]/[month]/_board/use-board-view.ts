import { useMemo, useRef } from 'react'
import { type CheckFacts, checks } from '#domain/checks.ts'
import { type Coverage, coverage } from '#domain/coverage.ts'
import { type IdentityLine, identityLine } from '#domain/identity-line.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { Check } from '#domain/record/check.ts'
import type { RosterView } from '#domain/roster-view.ts'
import { keepSame } from '../_session/keep-same.ts'
import { type MemberRow, readMemberRows } from './member-row.ts'
import { type PlaceCard, readPlaceCards } from './place-card.ts'

/** Everything that the board draws, made from roster, plan, day and what rows know; nothing else is asked. */
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
  checks: readonly Check[]
}

/** The view of the board; rows and cards that did not change stay the same objects. */
export function useBoardView(
  roster: RosterView,
  plan: PlanView,
  facts: CheckFacts,
  today: string,
): BoardView {
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
      checks: checks(roster, plan, facts, today),
    }
  }, [roster, plan, facts, today])
}
