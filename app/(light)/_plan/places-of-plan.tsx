import { useTranslations } from 'next-intl'
import type { PlanView } from '#domain/plan-view.ts'
import { sortGroups } from '#domain/sort-groups.ts'
import { GroupRow } from '../_parts/group-row.tsx'
import type { LightPlan } from '../_parts/light-plan.ts'
import { holderNames } from '../_parts/names-of-plan.ts'
import { RowList } from '../_parts/row-list.tsx'
import { Section } from '../_parts/section.tsx'

/** Who looks after which group, in the roster's order. */
export interface PlacesOfPlanProps {
  mine: LightPlan
  view: PlanView
  /** The plan's address. */
  base: string
}

export function PlacesOfPlan({ mine, view, base }: PlacesOfPlanProps) {
  const t = useTranslations('light.plan')
  const holders = holderNames(mine)
  const groups = sortGroups(mine.roster, view, 'roster')
  if (groups.length === 0) return null
  return (
    <Section count={groups.length} title={t('places')}>
      <RowList>
        {groups.map((group) => (
          <GroupRow
            group={group}
            holders={holders.get(group.id) ?? []}
            href={`${base}/groups/${group.id}`}
            key={group.id}
          />
        ))}
      </RowList>
    </Section>
  )
}
