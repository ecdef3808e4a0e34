import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { formatMonth } from '#app/_words/format-month.ts'
import { mayWrite } from '#domain/wire.ts'
import { readMe, readMyAdvice, readMyHouseholds, readMyPlan } from '#server/data/my-plans.ts'
import { GroupFacts } from '../../../../../_parts/group-facts.tsx'
import { HouseholdRows } from '../../../../../_parts/household-rows.tsx'
import { InCharge } from '../../../../../_parts/in-charge.tsx'
import { holderNames, namesOfPlan } from '../../../../../_parts/names-of-plan.ts'
import { orNotFound } from '../../../../../_parts/or-not-found.ts'
import { PageHead } from '../../../../../_parts/page-head.tsx'
import { RightMark } from '../../../../../_parts/right-mark.tsx'
import { RowList } from '../../../../../_parts/row-list.tsx'
import { Section } from '../../../../../_parts/section.tsx'
import { swapChoices } from '../../../../../_parts/swap-choices.ts'
import { TalkOfPlan } from '../../../../../_parts/talk-of-plan.tsx'
import { taskChoices } from '../../../../../_parts/task-choices.ts'
import { TaskRow } from '../../../../../_parts/task-row.tsx'
import { Talk } from '../../../../../_talk/talk.tsx'

type Props = PageProps<'/my/[branch]/[month]/groups/[group]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { branch, month, group } = await params
  const { roster } = await orNotFound(readMyPlan(branch, month))
  return { title: roster.groups.find(({ id }) => id === group)?.name ?? '' }
}

/** One group: who looks after it, what may be known of it, its tasks, and what is said about it. */
export default async function MyGroupPage({ params }: Props) {
  const { branch, month, group: groupId } = await params
  const [mine, news, me, t, language] = await Promise.all([
    orNotFound(readMyPlan(branch, month)),
    orNotFound(readMyAdvice(branch, month)),
    readMe(),
    getTranslations('light.group'),
    getLocale(),
  ])
  const group = mine.roster.groups.find(({ id }) => id === groupId)
  if (!group) notFound()
  const names = namesOfPlan(mine)
  const households = await readMyHouseholds(group.id, month)
  const tasks = (mine.plan?.view.tasks ?? []).filter(
    ({ place }) => place?.kind === 'groups' && place.ids.includes(group.id),
  )
  const facts = (
    <>
      {mine.plan ? (
        <InCharge names={holderNames(mine).get(group.id) ?? []} />
      ) : (
        <p className="pt-3 text-ink-2 text-base">{t('notOpened')}</p>
      )}
      <GroupFacts group={group} />
      {households && <HouseholdRows households={households} />}
      {tasks.length > 0 && (
        <Section title={t('tasks')}>
          <RowList>
            {tasks.map((task) => (
              <TaskRow
                href={`/my/${branch}/${month}/tasks/${task.id}`}
                key={task.id}
                names={names.members}
                task={task}
              />
            ))}
          </RowList>
        </Section>
      )}
    </>
  )
  const templates = (['list', 'support'] as const).map((kind) => ({
    icon: kind === 'list' ? ('house' as const) : ('plus' as const),
    label: t(`templates.${kind}.label`),
    text: `${t(`templates.${kind}.text`, { group: group.name })} `,
  }))
  return (
    <>
      <PageHead
        back={`/my/groups?month=${month}`}
        sub={`${mine.head.branch.name}, ${formatMonth(month, language, 'inside')}`}
        title={group.name}
      >
        <RightMark mayComment={mine.mayComment} />
      </PageHead>
      {mine.mayComment && mine.plan ? (
        <TalkOfPlan me={me} mine={mine} news={news}>
          <Talk
            mayResolve={mayWrite(mine.head.right)}
            myId={me.personId}
            names={names}
            offers={{
              swap: swapChoices(
                { roster: mine.roster, view: mine.plan.view },
                group.id,
                (held, most) => t('load', { held, most }),
              ),
              task: taskChoices(mine.roster, group.id),
            }}
            place={{ kind: 'group', id: group.id }}
            templates={templates}
          >
            {facts}
          </Talk>
        </TalkOfPlan>
      ) : (
        <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
          {facts}
        </main>
      )}
    </>
  )
}
