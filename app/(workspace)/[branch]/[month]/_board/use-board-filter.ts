import { useMemo, useState } from 'react'
import type { MemberPlace } from '#domain/identity-line.ts'
import { matchesSearch } from '#domain/names.ts'
import { type GroupOrder, sortGroups } from '#domain/sort-groups.ts'
import type { MemberRow } from './member-row.ts'
import type { PlaceCard } from './place-card.ts'
import type { BoardView } from './use-board-view.ts'

/** Which cards are shown: every one, or those that ask for something. */
export const cardFilters = ['all', 'empty', 'attention', 'poor'] as const
export type CardFilter = (typeof cardFilters)[number]

/** What one person looks at; never shared, never stored. */
export interface BoardFilter {
  search: string
  setSearch: (text: string) => void
  memberPlace: MemberPlace | null
  setMemberPlace: (place: MemberPlace | null) => void
  order: GroupOrder
  setOrder: (order: GroupOrder) => void
  cardFilter: CardFilter
  setCardFilter: (filter: CardFilter) => void
  clear: () => void
}

export function useBoardFilter(): BoardFilter {
  const [search, setSearch] = useState('')
  const [memberPlace, setMemberPlace] = useState<MemberPlace | null>(null)
  const [order, setOrder] = useState<GroupOrder>('need')
  const [cardFilter, setCardFilter] = useState<CardFilter>('all')
  return useMemo(
    () => ({
      search,
      setSearch,
      memberPlace,
      setMemberPlace,
      order,
      setOrder,
      cardFilter,
      setCardFilter,
      clear() {
        setSearch('')
        setMemberPlace(null)
        setCardFilter('all')
      },
    }),
    [search, memberPlace, order, cardFilter],
  )
}

/** The members that the rail shows: found by name or code, and of one part of the sum if one was chosen. */
export function filterRows(
  rows: ReadonlyMap<string, MemberRow>,
  { search, memberPlace }: Pick<BoardFilter, 'search' | 'memberPlace'>,
): MemberRow[] {
  return [...rows.values()].filter(
    (row) =>
      (memberPlace === null || row.place === memberPlace) &&
      matchesSearch(search, `${row.member.name} ${row.member.code}`),
  )
}

/** The keys of the cards in the chosen order: groups first, then hamlets by field. */
export function orderOfCards(view: BoardView, order: GroupOrder): string[] {
  const groups = sortGroups(view.roster, view.plan, order).map(({ id }) => `group:${id}`)
  return [...groups, ...[...view.cards.keys()].filter((key) => key.startsWith('hamlet:'))]
}

export function passesFilter(card: PlaceCard, filter: CardFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'empty':
      return card.memberIds.length === 0
    case 'attention':
      return card.state !== 'fine'
    case 'poor':
      return (card.group?.poor ?? 0) + (card.group?.nearPoor ?? 0) > 0
  }
}
