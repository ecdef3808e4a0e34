import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { sortGroups } from '#domain/sort-groups.ts'
import { readMyMonths, readMyPlans } from '#server/data/my-plans.ts'
import { chosenMonth } from '../../_parts/chosen-month.ts'
import { GroupRow } from '../../_parts/group-row.tsx'
import { MonthChoice } from '../../_parts/month-choice.tsx'
import { holderNames } from '../../_parts/names-of-plan.ts'
import { RowList } from '../../_parts/row-list.tsx'
import { Section } from '../../_parts/section.tsx'
import { TabBar } from '../../_parts/tab-bar.tsx'
import { TabHead } from '../../_parts/tab-head.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.groups')
  return { title: t('title') }
}

/** Every group of one's branches, those first that need somebody most. */
export default async function MyGroupsPage({ searchParams }: PageProps<'/my/groups'>) {
  const [asked, months, t] = await Promise.all([
    searchParams,
    readMyMonths(),
    getTranslations('light.groups'),
  ])
  const month = chosenMonth(asked['month'], months)
  const plans = await readMyPlans(month)
  return (
    <>
      <TabHead title={t('title')}>
        <MonthChoice current={month} months={months.months} path="/my/groups" />
      </TabHead>
      <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
        {plans.map((mine) => {
          const { head, roster, plan } = mine
          const holders = holderNames(mine)
          const hamlets = new Map(roster.hamlets.map(({ id, name }) => [id, name]))
          return (
            <Section count={roster.groups.length} key={head.branch.id} title={head.branch.name}>
              {!plan && <p className="text-ink-2 text-base">{t('notOpened')}</p>}
              {plan && roster.groups.length === 0 && (
                <p className="text-ink-2 text-base">{t('byFieldOnly')}</p>
              )}
              {plan && (
                <RowList>
                  {sortGroups(roster, plan.view, 'need').map((group) => (
                    <GroupRow
                      group={group}
                      holders={holders.get(group.id) ?? []}
                      href={`/my/${head.branch.id}/${month}/groups/${group.id}`}
                      key={group.id}
                      small={hamlets.get(group.hamletId) ?? ''}
                    />
                  ))}
                </RowList>
              )}
            </Section>
          )
        })}
      </main>
      <TabBar current="groups" plans={plans} month={month} />
    </>
  )
}
