import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { TalkCount } from '../_comments/talk-count.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { cardTitle, type PlaceCard } from './place-card.ts'
import { PlaceFigures } from './place-figures.tsx'
import { type BoardFilter, orderOfCards } from './use-board-filter.ts'

/** The groups, neediest first; a tap opens one, where people are added and moved. */
export function PhoneGroups({ filter }: { filter: BoardFilter }) {
  const view = useBoard()
  return (
    <ul className="mt-3 rounded-lg border border-line bg-raised">
      {orderOfCards(view, filter.order).map((key) => {
        const card = view.cards.get(key)
        return card ? <PhoneGroup key={key} card={card} /> : null
      })}
    </ul>
  )
}

function PhoneGroup({ card }: { card: PlaceCard }) {
  const t = useTranslations('board.card')
  const locale = useLocale()
  const verbs = useBoardVerbs()
  const { rows, roster } = useBoard()
  const names = card.memberIds.flatMap((id) => rows.get(id)?.member.name ?? [])
  return (
    <li data-place={card.key} className="flex items-center not-last:border-b border-line">
      <button
        type="button"
        onClick={() => verbs.openPlace(card.place)}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 px-4 py-2.5 text-left"
      >
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="font-semibold">{cardTitle(card, roster, locale)}</span>
          {card.group && (
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-2">
              <PlaceFigures group={card.group} />
            </span>
          )}
          {names.length > 0 && <span className="text-sm">{names.join(', ')}</span>}
          {card.state === 'empty' && (
            <span className="text-sm font-semibold text-block">{t('nobody')}</span>
          )}
          {card.state === 'over' && (
            <span className="text-sm font-semibold text-reason">{t('overShort')}</span>
          )}
          {!card.group && names.length === 0 && (
            <span className="text-sm text-ink-3">{t('nobodyByField')}</span>
          )}
        </span>
        <ChevronRight aria-hidden="true" className="size-5 flex-none text-ink-3" />
      </button>
      {card.place.kind === 'group' && (
        <TalkCount
          className="mr-2"
          name={card.name}
          place={{ kind: 'group', id: card.place.id }}
          quiet
        />
      )}
    </li>
  )
}
