import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { monthNumber } from '#app/_words/format-month.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import type { GroupView, RosterView } from '#domain/roster-view.ts'
import { memberName } from '../_board/member-row.ts'
import { GroupBefore } from './group-before.tsx'
import { big, middle, SlideFrame, small } from './slide-frame.tsx'

interface GroupSlideProps {
  group: GroupView
  roster: RosterView
  view: PlanView
  before: MonthBefore | null
  month: string
}

/** One household group in sums, never a household: who looks after it now and who did, the tasks there and what became of the last. */
export function GroupSlide({ group, roster, view, before, month }: GroupSlideProps) {
  const t = useTranslations('meeting')
  const tg = useTranslations('meeting.group')
  const hamlet = roster.communeHamlets.find(({ id }) => id === group.hamletId)?.name
  const now = view.assignments
    .filter(({ target }) => target.kind === 'group' && target.id === group.id)
    .map(({ memberId }) => memberId)
  const were = before?.assignments.filter(({ groupId }) => groupId === group.id) ?? []
  const wereIds = were.map(({ memberId }) => memberId)
  const nameOf = (id: string) => memberName(roster, id) || tg('gone')
  const tasks = view.tasks.filter(
    ({ place }) => place?.kind === 'groups' && place.ids.includes(group.id),
  )
  const last = before && {
    label: t('month', { month: monthNumber(before.month) }),
    children: (
      <GroupBefore
        before={before}
        groupId={group.id}
        people={wereIds.map((id) => ({ id, name: nameOf(id) }))}
      />
    ),
  }
  return (
    <SlideFrame
      before={last}
      label={t('month', { month: monthNumber(month) })}
      over={<Facts group={group} hamlet={hamlet} />}
      title={group.name}
    >
      <p className={`${small} text-ink-2`}>{tg('inCharge')}</p>
      {now.length === 0 ? (
        <p className={`${big} flex items-center gap-3 font-semibold text-block`}>
          <NoticeIcon className="size-[1em]!" level="block" />
          {tg('nobody')}
        </p>
      ) : null}
      <ul className={`${big} mb-[2vh] font-semibold`}>
        {now.map((id) => (
          <li key={id}>
            {nameOf(id)}
            {before !== null && !wereIds.includes(id) ? (
              <span
                className={`${small} ml-3 rounded-md bg-accent-soft px-2 py-0.5 font-medium text-accent-ink`}
              >
                {tg('new')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {tasks.length > 0 ? (
        <>
          <p className={`${small} text-ink-2`}>{tg('tasks')}</p>
          <ul className={`${middle} list-disc pl-[1.2em]`}>
            {tasks.map(({ id, title }) => (
              <li key={id}>{title || t('task.untitled')}</li>
            ))}
          </ul>
        </>
      ) : null}
    </SlideFrame>
  )
}

function Facts({ group, hamlet }: { group: GroupView; hamlet: string | undefined }) {
  const t = useTranslations('meeting.group')
  const needs = useTranslations('words.need')
  const said = [
    hamlet,
    t('facts', { households: group.households, people: group.people }),
    group.poor > 0 ? t('poor', { count: group.poor }) : undefined,
    group.nearPoor > 0 ? t('nearPoor', { count: group.nearPoor }) : undefined,
    group.needs.length > 0
      ? `${t('needs')}: ${group.needs
          .slice(0, 3)
          .map(({ need }) => needs(need))
          .join(', ')}`
      : undefined,
  ]
  return said.filter((part) => part !== undefined).join(' · ')
}
