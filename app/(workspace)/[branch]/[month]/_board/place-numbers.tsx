import { useTranslations } from 'next-intl'
import type { GroupView } from '#domain/roster-view.ts'
import { PovertyMark } from './poverty-mark.tsx'

/** Households, people, poor and near-poor of a group, side by side. */
export function PlaceNumbers({ group }: { group: GroupView }) {
  const t = useTranslations('board.panel')
  const numbers = [
    { key: 'households', value: group.households, mark: null },
    { key: 'persons', value: group.people, mark: null },
    { key: 'poor', value: group.poor, mark: 'poor' },
    { key: 'nearPoor', value: group.nearPoor, mark: 'nearPoor' },
  ] as const
  return (
    <dl className="grid grid-cols-[1fr_1fr_1.25fr_1.7fr] rounded-lg border border-line bg-raised">
      {numbers.map(({ key, value, mark }) => (
        <div key={key} className="grid gap-0.5 px-2.5 py-2 not-last:border-r border-line">
          <dt className="flex items-center gap-1 text-sm leading-tight whitespace-nowrap text-ink-2">
            {mark && <PovertyMark status={mark} />}
            {t(`number.${key}`)}
          </dt>
          <dd className="num text-lg font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
