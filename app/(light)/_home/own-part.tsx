import { getTranslations } from 'next-intl/server'
import { ownWork } from '#domain/own-work.ts'
import { GroupRow } from '../_parts/group-row.tsx'
import type { LightPlan } from '../_parts/light-plan.ts'
import { holderNames, namesOfPlan } from '../_parts/names-of-plan.ts'
import { RowList } from '../_parts/row-list.tsx'
import { Section } from '../_parts/section.tsx'
import { TaskRow } from '../_parts/task-row.tsx'
import { ReportState } from './report-state.tsx'

/** What a member looks after and does in one plan. `reported` are the tasks with a report of theirs. */
export interface OwnPartProps {
  plan: LightPlan
  memberId: string
  reported: ReadonlySet<string>
}

export async function OwnPart({ plan, memberId, reported }: OwnPartProps) {
  const t = await getTranslations('light.home')
  if (!plan.plan) return <p className="pt-4 text-ink-2">{t('notOpened')}</p>
  const work = ownWork(plan.plan.view, memberId)
  const names = namesOfPlan(plan)
  const holders = holderNames(plan)
  const base = `/my/${plan.head.branch.id}/${plan.head.month}`
  const groups = plan.roster.groups.filter(({ id }) =>
    work.places.some((place) => place.kind === 'group' && place.id === id),
  )
  const hamlets = work.places.flatMap((place) => {
    const hamlet = plan.roster.communeHamlets.find(({ id }) => id === place.id)
    return place.kind === 'hamlet' && hamlet ? [hamlet.name] : []
  })
  return (
    <>
      <Section title={t('myGroups')}>
        {groups.length === 0 && hamlets.length === 0 && (
          <p className="text-ink-2 text-base">{t('noGroups')}</p>
        )}
        {hamlets.length > 0 && (
          <p className="pb-2 text-base">{t('byField', { names: hamlets.join(', ') })}</p>
        )}
        {groups.length > 0 && (
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
        )}
      </Section>
      <Section count={work.tasks.length} title={t('myTasks')}>
        {work.tasks.length === 0 ? (
          <p className="text-ink-2 text-base">{t('noTasks')}</p>
        ) : (
          <RowList>
            {work.tasks.map((task) => (
              <TaskRow
                href={`${base}/tasks/${task.id}`}
                key={task.id}
                names={names.members}
                task={task}
              >
                <ReportState isReported={reported.has(task.id)} taskId={task.id} />
              </TaskRow>
            ))}
          </RowList>
        )}
      </Section>
    </>
  )
}
