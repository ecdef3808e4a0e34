import { useMemo } from 'react'
import { useBoard } from './board-view-context.ts'
import { GroupCard } from './group-card.tsx'
import type { GroupsPaneProps } from './groups-pane.tsx'
import type { MemberRow } from './member-row.ts'
import { type Place, placeName } from './place.ts'
import { dragOver, dragsAway, type RemoteDrag } from './use-remote-drags.ts'

const none: readonly { drag: RemoteDrag; over: string }[] = []

/** The cards in their order. Each gets only its own piece, so that a move renders two of them. */
export function CardGrid({
  order,
  picked,
  remotes,
  flash,
  canEdit,
}: Omit<GroupsPaneProps, 'filter'>) {
  const { cards, rows, roster } = useBoard()
  const people = usePeopleOf(cards, rows)
  const leaving = useMemo(() => {
    const nameAt = (place: Place | null) => (place ? placeName(roster, place) : '…')
    return new Map(
      order.map((key) => {
        const away = dragsAway(remotes, key).map((drag) => ({ drag, over: nameAt(drag.over) }))
        return [key, away.length > 0 ? away : none]
      }),
    )
  }, [order, remotes, roster])
  const next = order.find((key) => cards.get(key)?.state === 'empty')
  return (
    <ul
      data-grid
      className="grid auto-rows-max grid-cols-[repeat(auto-fill,minmax(236px,1fr))] gap-2.5 px-4 pt-3 pb-5 lg:min-h-0 lg:overflow-y-auto [scrollbar-width:thin]"
    >
      {order.map((key) => {
        const card = cards.get(key)
        if (!card) return null
        return (
          <GroupCard
            key={key}
            card={card}
            people={people.get(key) ?? []}
            picked={picked}
            remote={dragOver(remotes, key)}
            leaving={leaving.get(key) ?? none}
            flashing={flash === key}
            canEdit={canEdit}
            isNext={key === next}
          />
        )
      })}
    </ul>
  )
}

/** The rows of each card's people, the same list until one of them changes. */
function usePeopleOf(
  cards: ReturnType<typeof useBoard>['cards'],
  rows: ReadonlyMap<string, MemberRow>,
): ReadonlyMap<string, readonly MemberRow[]> {
  return useMemo(() => {
    const people = new Map<string, readonly MemberRow[]>()
    for (const card of cards.values()) {
      people.set(
        card.key,
        card.memberIds.flatMap((id) => rows.get(id) ?? []),
      )
    }
    return people
  }, [cards, rows])
}
