import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  readMe,
  readMyAdvice,
  readMyMonths,
  readMyNotices,
  readMyPlans,
} from '#server/data/my-plans.ts'
import { BranchCard } from '../_home/branch-card.tsx'
import { NeedsYou } from '../_home/needs-you.tsx'
import { NoticeRow } from '../_home/notice-rows.tsx'
import { OwnPart } from '../_home/own-part.tsx'
import { MarkRead } from '../_offline/mark-read.tsx'
import { UnsentList } from '../_offline/unsent-list.tsx'
import { chosenMonth } from '../_parts/chosen-month.ts'
import { MonthChoice } from '../_parts/month-choice.tsx'
import { RowList } from '../_parts/row-list.tsx'
import { Section } from '../_parts/section.tsx'
import { TabBar } from '../_parts/tab-bar.tsx'
import { TabHead } from '../_parts/tab-head.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.home')
  return { title: t('title') }
}

/** What is one's own to do, to read and to answer. */
export default async function MyPage({ searchParams }: PageProps<'/my'>) {
  const [asked, months, me, notices, t] = await Promise.all([
    searchParams,
    readMyMonths(),
    readMe(),
    readMyNotices(),
    getTranslations('light.home'),
  ])
  const month = chosenMonth(asked['month'], months)
  const plans = await readMyPlans(month)
  const mayComment = plans.some((plan) => plan.mayComment)
  const own = plans.find(({ roster }) => roster.members.some(({ id }) => id === me.memberId))
  const reports = own ? (await readMyAdvice(own.head.branch.id, month)).reports : []
  const reported = new Set(
    reports.filter(({ memberId }) => memberId === me.memberId).map(({ taskId }) => taskId),
  )
  const unread = notices.filter(({ isRead }) => !isRead)
  const news = unread.filter(({ kind }) => kind === 'digest')
  const names = Object.fromEntries(plans.map(({ head }) => [head.branch.id, head.branch.name]))
  return (
    <>
      <TabHead title={t('title')}>
        <MonthChoice current={month} months={months.months} path="/my" />
      </TabHead>
      <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
        <NeedsYou month={month} notices={notices} plans={plans} />
        {own && me.memberId && <OwnPart memberId={me.memberId} plan={own} reported={reported} />}
        <Section title={t(mayComment ? 'followed' : 'branches')}>
          <ul className="grid gap-2.5">
            {plans.map(({ head, roster, plan }) => (
              <BranchCard
                href={`/my/${head.branch.id}/${month}`}
                key={head.branch.id}
                roster={roster}
                status={head.status}
                view={plan?.view ?? null}
              />
            ))}
          </ul>
          {plans.length === 0 && <p className="text-ink-2">{t('nobody')}</p>}
        </Section>
        {news.length > 0 && (
          <Section count={news.length} title={t('news')}>
            <RowList>
              {news.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} />
              ))}
            </RowList>
          </Section>
        )}
        <UnsentList branches={names} />
      </main>
      <MarkRead
        noticeIds={unread
          .filter(({ kind, month: of }) => kind === 'assigned' && of === month)
          .map(({ id }) => id)}
      />
      <TabBar
        current="home"
        plans={plans}
        month={month}
        waiting={unread.filter(({ kind }) => kind === 'mention' || kind === 'digest').length}
      />
    </>
  )
}
