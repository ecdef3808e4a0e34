import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { buttonLook } from '#app/_ui/button.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import { markProse } from '#domain/advice/mark-prose.ts'
import { proseParts } from '#domain/plan-doc.ts'
import { mayWrite } from '#domain/wire.ts'
import { readMe, readMyAdvice, readMyMarks, readMyPlan } from '#server/data/my-plans.ts'
import { namesOfPlan } from '../../../_parts/names-of-plan.ts'
import { orNotFound } from '../../../_parts/or-not-found.ts'
import { PageHead } from '../../../_parts/page-head.tsx'
import { Section } from '../../../_parts/section.tsx'
import { StateMark } from '../../../_parts/state-mark.tsx'
import { TalkOfPlan } from '../../../_parts/talk-of-plan.tsx'
import { taskChoices } from '../../../_parts/task-choices.ts'
import { PlacesOfPlan } from '../../../_plan/places-of-plan.tsx'
import { ProsePart } from '../../../_plan/prose-part.tsx'
import { TasksOfPlan } from '../../../_plan/tasks-of-plan.tsx'
import { Talk } from '../../../_talk/talk.tsx'

type Props = PageProps<'/my/[branch]/[month]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('light.plan')
  return { title: t('title') }
}

/** A branch's month as text: its three parts, its tasks, who looks after what; and what is said about it. */
export default async function MyPlanPage({ params }: Props) {
  const { branch, month } = await params
  const [mine, me, news, t, part, language] = await Promise.all([
    orNotFound(readMyPlan(branch, month)),
    readMe(),
    orNotFound(readMyAdvice(branch, month)),
    getTranslations('light.plan'),
    getTranslations('light.live.place.parts'),
    getLocale(),
  ])
  const { head, plan } = mine
  const marks = await readMyMarks(mine, news.threads)
  const base = `/my/${branch}/${month}`
  const inside = plan ? (
    <>
      {proseParts.map((name) => (
        <Section key={name} title={part(name)}>
          <div
            className="grid gap-2 rounded-lg border border-line bg-raised px-3.5 py-3 leading-prose [overflow-wrap:anywhere]"
            data-prose-part={name}
            lang="vi"
          >
            {isBlank(plan.prose[name]) ? (
              <p className="text-ink-3">{t('emptyPart')}</p>
            ) : (
              <ProsePart
                addressOf={(threadId) => `${base}/threads/${threadId}`}
                prose={markProse(plan.prose[name], marks[name])}
              />
            )}
          </div>
        </Section>
      ))}
      <TasksOfPlan base={base} names={namesOfPlan(mine)} view={plan.view} />
      <PlacesOfPlan base={base} mine={mine} view={plan.view} />
    </>
  ) : (
    <p className="pt-4 text-ink-2">{t('notOpened')}</p>
  )
  return (
    <>
      <PageHead
        back={`/my?month=${month}`}
        sub={formatMonth(month, language)}
        title={head.branch.name}
      >
        <StateMark status={head.status} />
        {plan && (
          <a className={`${buttonLook()} ml-2 max-sm:hidden`} href={`/${branch}/${month}`}>
            {t('board')}
          </a>
        )}
      </PageHead>
      {mine.mayComment && plan ? (
        <TalkOfPlan me={me} mine={mine} news={news}>
          <Talk
            hasPassages
            mayResolve={mayWrite(head.right)}
            myId={me.personId}
            names={namesOfPlan(mine)}
            offers={{ task: taskChoices(mine.roster) }}
            place={{ kind: 'plan' }}
          >
            {inside}
          </Talk>
        </TalkOfPlan>
      ) : (
        <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
          {inside}
        </main>
      )}
    </>
  )
}

function isBlank(prose: { content?: readonly { content?: unknown }[] }): boolean {
  return (prose.content ?? []).every((block) => block.content === undefined)
}
