import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { SearchField } from '#app/_ui/search-field.tsx'
import { type Carried, useDropSpot } from './assign-drag.tsx'
import { useBoard } from './board-view-context.ts'
import { RailSection } from './rail-section.tsx'
import { type BoardFilter, filterRows } from './use-board-filter.ts'
import type { RemoteDrag } from './use-remote-drags.ts'

export interface MembersRailProps {
  filter: BoardFilter
  picked: Carried | null
  remotes: readonly RemoteDrag[]
  flash: string | null
  canEdit: boolean
}

/** Every member of the branch, by what they have to do. A chip that is dropped here leaves its group. */
export function MembersRail(props: MembersRailProps) {
  const { filter } = props
  const t = useTranslations('board.rail')
  const { rows, roster } = useBoard()
  const { spot, isOver, carried } = useDropSpot('rail', !props.canEdit)
  const shown = filterRows(rows, filter)
  const takesOut = isOver && carried?.from
  return (
    <aside
      {...spot}
      aria-label={t('label')}
      className={`relative flex min-h-0 flex-col border-r border-line bg-surface ${takesOut ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
    >
      <div className="flex items-center gap-3 pt-2.5 pr-3 pb-2 pl-4">
        <h2 className="text-md whitespace-nowrap">
          {t('title')} <span className="num font-semibold text-ink-3">{roster.members.length}</span>
        </h2>
        <SearchField
          className="flex-1"
          label={t('search')}
          value={filter.search}
          onChange={filter.setSearch}
        />
      </div>
      {filter.memberPlace && (
        <p className="flex items-center justify-between gap-2 px-4 pb-1 text-sm text-ink-2">
          {t('only', { place: t(`place.${filter.memberPlace}`) })}
          <Button size="sm" kind="quiet" onClick={() => filter.setMemberPlace(null)}>
            {t('showAll')}
          </Button>
        </p>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4 [scrollbar-width:thin]">
        <RailSection section="noReason" rows={shown} {...props} />
        <RailSection section="inCharge" rows={shown} {...props} />
        <RailSection section="byField" rows={shown} {...props} />
        <RailSection section="withReason" rows={shown} {...props} />
        {shown.length === 0 && <p className="px-2 py-3 text-sm text-ink-2">{t('nobody')}</p>}
      </div>
      {carried?.from && (
        <p className="pointer-events-none absolute inset-x-3 bottom-3 rounded-md border border-dashed border-accent bg-accent-soft px-3 py-2 text-center text-sm font-semibold text-accent-ink">
          {t('dropToTakeOut')}
        </p>
      )}
    </aside>
  )
}
