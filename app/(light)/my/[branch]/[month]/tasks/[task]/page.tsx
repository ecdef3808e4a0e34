import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatMonth } from '#app/_words/format-month.ts'
import { mayWrite } from '#domain/wire.ts'
import { readMe, readMyAdvice, readMyPlan } from '#server/data/my-plans.ts'
import { namesOfPlan } from '../../../../../_parts/names-of-plan.ts'
import { orNotFound } from '../../../../../_parts/or-not-found.ts'
import { PageHead } from '../../../../../_parts/page-head.tsx'
import { RightMark } from '../../../../../_parts/right-mark.tsx'
import { Section } from '../../../../../_parts/section.tsx'
import { TalkOfPlan } from '../../../../../_parts/talk-of-plan.tsx'
import { TaskFacts } from '../../../../../_parts/task-facts.tsx'
import { ReportForm } from '../../../../../_report/report-form.tsx'
import { ReportsOfTask } from '../../../../../_report/reports-of-task.tsx'
import { Talk } from '../../../../../_talk/talk.tsx'

type Props = PageProps<'/my/[branch]/[month]/tasks/[task]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.task')
  return { title: t('title') }
}

/** One task: what it is, a report of one's own on it, and what is said about it. */
export default async function MyTaskPage({ params }: Props) {
  const { branch, month, task: taskId } = await params
  const [mine, news, me, t, language] = await Promise.all([
    orNotFound(readMyPlan(branch, month)),
    orNotFound(readMyAdvice(branch, month)),
    readMe(),
    getTranslations('light.task'),
    getLocale(),
  ])
  const task = mine.plan?.view.tasks.find(({ id }) => id === taskId)
  if (!task) notFound()
  const names = namesOfPlan(mine)
  const isOwn =
    me.memberId !== null && [...task.doers, ...task.coDoers].some((id) => id === me.memberId)
  const inside = (
    <>
      <TaskFacts names={names} roster={mine.roster} task={task} />
      {isOwn ? (
        <Section title={t('report')}>
          <ReportForm myId={me.personId} taskId={task.id} />
        </Section>
      ) : (
        <ReportsOfTask names={names.members} taskId={task.id} />
      )}
    </>
  )
  return (
    <>
      <PageHead
        back={`/my?month=${month}`}
        sub={`${mine.head.branch.name}, ${formatMonth(month, language, 'inside')}`}
        title={t('title')}
      >
        <RightMark mayComment={mine.mayComment} />
      </PageHead>
      <TalkOfPlan me={me} mine={mine} news={news}>
        {mine.mayComment ? (
          <Talk
            mayResolve={mayWrite(mine.head.right)}
            myId={me.personId}
            names={names}
            offers={{ due: { taskId: task.id, from: task.due } }}
            place={{ kind: 'task', id: task.id }}
          >
            {inside}
          </Talk>
        ) : (
          <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
            {inside}
          </main>
        )}
      </TalkOfPlan>
    </>
  )
}
