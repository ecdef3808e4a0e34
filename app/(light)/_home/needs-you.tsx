import { getLocale, getTranslations } from 'next-intl/server'
import { formatMonth } from '#app/_words/format-month.ts'
import type { NoticeView } from '#domain/advice/notice-view.ts'
import { sortGroups } from '#domain/sort-groups.ts'
import type { LightPlan } from '../_parts/light-plan.ts'
import { holdersByGroup } from '../_parts/names-of-plan.ts'
import { PovertyFacts } from '../_parts/poverty-facts.tsx'
import { Row, RowList } from '../_parts/row-list.tsx'
import { Section } from '../_parts/section.tsx'
import { NoticeRow } from './notice-rows.tsx'

/** What waits for this person: who called, plans that ask for advice, groups that have nobody. */
export interface NeedsYouProps {
  plans: readonly LightPlan[]
  notices: readonly NoticeView[]
  month: string
}

/** So many groups without anybody are told one by one; the list of groups has the rest. */
const toldOneByOne = 5

export async function NeedsYou({ plans, notices, month }: NeedsYouProps) {
  const [t, language] = await Promise.all([getTranslations('light.home'), getLocale()])
  const calls = notices.filter(({ isRead, kind }) => !isRead && kind !== 'digest')
  const mine = plans.filter(({ mayComment }) => mayComment)
  const asking = mine.filter(({ head }) => head.status === 'circulating')
  const empty = mine.flatMap((plan) => emptyGroups(plan))
  const count = calls.length + asking.length + empty.length
  if (count === 0) return null
  return (
    <Section count={count} title={t('needsYou')}>
      <RowList>
        {calls.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
        {asking.map(({ head }) => (
          <Row
            href={`/my/${head.branch.id}/${month}`}
            icon="note"
            ink="note"
            key={head.branch.id}
            small={head.branch.name}
            title={t('asks', { month: formatMonth(month, language, 'inside') })}
          />
        ))}
        {empty.slice(0, toldOneByOne).map(({ group, branch }) => (
          <Row
            href={`/my/${branch.id}/${month}/groups/${group.id}`}
            icon="block"
            ink="block"
            key={group.id}
            small={branch.name}
            title={t('groupWithoutAnyone', { group: group.name })}
          >
            <PovertyFacts nearPoor={group.nearPoor} poor={group.poor} />
          </Row>
        ))}
        {empty.length > toldOneByOne && (
          <Row
            href={`/my/groups?month=${month}`}
            title={t('moreGroups', { count: empty.length - toldOneByOne })}
          />
        )}
      </RowList>
    </Section>
  )
}

function emptyGroups(plan: LightPlan) {
  if (!plan.plan) return []
  const holders = holdersByGroup(plan)
  return sortGroups(plan.roster, plan.plan.view, 'need')
    .filter(({ id }) => holders.get(id)?.length === 0)
    .map((group) => ({ group, branch: plan.head.branch }))
}
