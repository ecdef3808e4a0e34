import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  readMe,
  readMyAdvice,
  readMyMonths,
  readMyNotices,
  readMyPlans,
} from '#server/data/my-plans.ts'
import { MarkRead } from '../../_offline/mark-read.tsx'
import { UnsentList } from '../../_offline/unsent-list.tsx'
import { chosenMonth } from '../../_parts/chosen-month.ts'
import { MonthChoice } from '../../_parts/month-choice.tsx'
import { namesOfPlan } from '../../_parts/names-of-plan.ts'
import { Section } from '../../_parts/section.tsx'
import { TabBar } from '../../_parts/tab-bar.tsx'
import { TabHead } from '../../_parts/tab-head.tsx'
import { TalkOfPlan } from '../../_parts/talk-of-plan.tsx'
import { type ThreadFilter, threadFilters } from '../../_talk/thread-filter.ts'
import { ThreadList } from '../../_talk/thread-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.advice')
  return { title: t('title') }
}

/** Every thread of the branches that one may comment on: open, mentioning oneself, resolved. */
export default async function MyAdvicePage({ searchParams }: PageProps<'/my/advice'>) {
  const [asked, months, me, notices, t] = await Promise.all([
    searchParams,
    readMyMonths(),
    readMe(),
    readMyNotices(),
    getTranslations('light.advice'),
  ])
  const month = chosenMonth(asked['month'], months)
  const filter: ThreadFilter = threadFilters.find((name) => name === asked['show']) ?? 'open'
  const mine = await readMyPlans(month)
  const opened = mine.filter(({ mayComment, plan }) => mayComment && plan)
  const plans = await Promise.all(
    opened.map(async (each) => ({
      each,
      news: await readMyAdvice(each.head.branch.id, month),
    })),
  )
  const digests = notices.filter(
    ({ kind, isRead, month: of }) => kind === 'digest' && !isRead && of === month,
  )
  const names = Object.fromEntries(opened.map(({ head }) => [head.branch.id, head.branch.name]))
  return (
    <>
      <TabHead title={t('title')}>
        <MonthChoice current={month} months={months.months} path="/my/advice" />
      </TabHead>
      <nav aria-label={t('filters')} className="border-line border-b bg-surface">
        <ul className="mx-auto flex max-w-150 gap-2 overflow-x-auto px-4 pb-2.5">
          {threadFilters.map((name) => (
            <li key={name}>
              <a
                aria-current={name === filter || undefined}
                className="inline-flex min-h-11 items-center whitespace-nowrap rounded-full border border-line-strong bg-raised px-3.5 font-medium text-ink text-sm no-underline aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent-ink"
                href={`/my/advice?month=${month}&show=${name}`}
              >
                {t(`show.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
        {plans.length === 0 && <p className="pt-4 text-ink-2">{t('nothing')}</p>}
        {plans.map(({ each, news }) => (
          <Section key={each.head.branch.id} title={each.head.branch.name}>
            <TalkOfPlan me={me} mine={each} news={news}>
              <ThreadList filter={filter} myId={me.personId} names={namesOfPlan(each)} />
            </TalkOfPlan>
          </Section>
        ))}
        <UnsentList branches={names} />
      </main>
      <MarkRead noticeIds={digests.map(({ id }) => id)} />
      <TabBar current="advice" month={month} plans={mine} />
    </>
  )
}
