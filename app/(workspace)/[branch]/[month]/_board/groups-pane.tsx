import { ArrowDownWideNarrow, ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Select } from '#app/_ui/select.tsx'
import { groupOrders } from '#domain/sort-groups.ts'
import type { Carried } from './assign-drag.tsx'
import { useBoard } from './board-view-context.ts'
import { CardGrid } from './card-grid.tsx'
import { PickBar } from './pick-bar.tsx'
import { type BoardFilter, cardFilters } from './use-board-filter.ts'
import type { RemoteDrag } from './use-remote-drags.ts'

export interface GroupsPaneProps {
  filter: BoardFilter
  /** Keys of the cards in the order in which they stand. */
  order: readonly string[]
  picked: Carried | null
  remotes: readonly RemoteDrag[]
  flash: string | null
  canEdit: boolean
}

/** The grid of cards under its bar: order, filter, and what a tapped member is waiting for. */
export function GroupsPane(props: GroupsPaneProps) {
  const { filter, order, picked, canEdit } = props
  const t = useTranslations('board.groups')
  const { roster } = useBoard()
  const isSchool = roster.groups.length === 0
  return (
    <section
      aria-label={t(isSchool ? 'hamlets' : 'title')}
      className="@container flex min-h-0 min-w-0 flex-col"
    >
      {picked ? (
        <PickBar picked={picked} />
      ) : (
        <div className="flex min-h-[46px] items-center gap-1.5 px-4 pt-1.5 pb-0.5">
          <h2 className="mr-2 text-md whitespace-nowrap">
            {t(isSchool ? 'hamlets' : 'title')}{' '}
            <span className="num font-semibold text-ink-3">
              {isSchool ? order.length : roster.groups.length}
            </span>
          </h2>
          {!isSchool && (
            <>
              <Select
                hideLabel
                look="quiet"
                label={t('order')}
                icon={<ArrowDownWideNarrow aria-hidden="true" className="size-4" />}
                value={filter.order}
                onChange={filter.setOrder}
                options={groupOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
              />
              <Select
                hideLabel
                look="quiet"
                label={t('filter')}
                icon={<ListFilter aria-hidden="true" className="size-4" />}
                value={filter.cardFilter}
                onChange={filter.setCardFilter}
                options={cardFilters.map((value) => ({ value, label: t(`filters.${value}`) }))}
              />
            </>
          )}
          {canEdit && (
            <p className="ml-auto hidden text-right text-sm leading-tight text-ink-3 @min-[52rem]:block">
              {t(isSchool ? 'tipHamlets' : 'tip')}
            </p>
          )}
        </div>
      )}
      <CardGrid {...props} />
      {order.length === 0 && (
        <p className="flex items-center gap-3 px-4 py-6 text-ink-2">
          {t('nothing')}
          <Button size="sm" onClick={() => filter.setCardFilter('all')}>
            {t('showAll')}
          </Button>
        </p>
      )}
    </section>
  )
}
