import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatMonth } from '#app/_words/format-month.ts'
import { mayWrite } from '#domain/wire.ts'
import {
  readMe,
  readMyAdvice,
  readMyMarks,
  readMyNotices,
  readMyPlan,
} from '#server/data/my-plans.ts'
import { MarkRead } from '../../../../../_offline/mark-read.tsx'
import { namesOfPlan } from '../../../../../_parts/names-of-plan.ts'
import { orNotFound } from '../../../../../_parts/or-not-found.ts'
import { PageHead } from '../../../../../_parts/page-head.tsx'
import { RightMark } from '../../../../../_parts/right-mark.tsx'
import { TalkOfPlan } from '../../../../../_parts/talk-of-plan.tsx'
import { PlaceLine } from '../../../../../_talk/place-line.tsx'
import { Talk } from '../../../../../_talk/talk.tsx'
import { ThreadsBeside } from '../../../../../_talk/threads-beside.tsx'

type Props = PageProps<'/my/[branch]/[month]/threads/[thread]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.thread')
  return { title: t('title') }
}

/** One thread: what it is about, all that was said, and the answer. */
export default async function MyThreadPage({ params }: Props) {
  const { branch, month, thread } = await params
  const [mine, news, me, notices, t, language] = await Promise.all([
    orNotFound(readMyPlan(branch, month)),
    orNotFound(readMyAdvice(branch, month)),
    readMe(),
    readMyNotices(),
    getTranslations('light.thread'),
    getLocale(),
  ])
  if (!mine.mayComment) notFound()
  const names = namesOfPlan(mine)
  const about = news.threads.find(({ id }) => id === thread)?.place
  const marks = about?.kind === 'passage' ? (await readMyMarks(mine, news.threads))[about.part] : []
  const read = notices.filter(({ isRead, threadId }) => !isRead && threadId === thread)
  return (
    <>
      <PageHead
        back={`/my/advice?month=${month}`}
        sub={`${mine.head.branch.name}, ${formatMonth(month, language, 'inside')}`}
        title={t('title')}
      >
        <RightMark mayComment={mine.mayComment} />
      </PageHead>
      <TalkOfPlan me={me} mine={mine} news={news}>
        <Talk
          mayResolve={mayWrite(mine.head.right)}
          myId={me.personId}
          names={names}
          place={{ kind: 'plan' }}
          threadId={thread}
        >
          <PlaceLine names={names} threadId={thread} />
          <ThreadsBeside
            base={`/my/${branch}/${month}`}
            marks={marks}
            threadId={thread}
            threads={news.threads}
          />
        </Talk>
      </TalkOfPlan>
      <MarkRead noticeIds={read.map(({ id }) => id)} />
    </>
  )
}
