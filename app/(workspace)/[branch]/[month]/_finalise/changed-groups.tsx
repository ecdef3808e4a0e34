import { useTranslations } from 'next-intl'
import { changedSince } from '#domain/record/changed-since.ts'
import { memberName } from '../_board/member-row.ts'
import { placeName } from '../_board/place.ts'
import { useDesk } from '../_record/use-desk.ts'
import type { FinaliseView } from './use-finalise-view.ts'

/** Which groups have other people than the month before, and who; which tasks were carried on. */
export function ChangedGroups({ view: { roster, plan } }: { view: FinaliseView }) {
  const t = useTranslations('record.changed')
  const { desk } = useDesk()
  const before = desk?.before ?? null
  if (before === null) return null
  const { groupIds, month } = changedSince(roster, plan, before)
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => memberName(roster, id))
      .filter(Boolean)
      .join(', ') || t('nobody')
  const carried = plan.tasks.filter(({ carriedFrom }) => carriedFrom?.month === month)
  return (
    <ul className="mt-1 grid gap-0.5 text-ink-2 text-sm">
      {groupIds.map((id) => (
        <li key={id}>
          <b className="text-ink">{placeName(roster, { kind: 'group', id })}</b>:{' '}
          {names(
            before.assignments.filter(({ groupId }) => groupId === id).map((each) => each.memberId),
          )}
          {' → '}
          {names(
            plan.assignments
              .filter(({ target }) => target.kind === 'group' && target.id === id)
              .map(({ memberId }) => memberId),
          )}
        </li>
      ))}
      {carried.map(({ id, title }) => (
        <li key={id}>
          <b className="text-ink">{t('carried')}</b>: {title || t('untitled')}
        </li>
      ))}
    </ul>
  )
}
