import { useTranslations } from 'next-intl'
import type { GroupView } from '#domain/roster-view.ts'
import { PovertyMark } from './poverty-mark.tsx'

/** Households, ● poor, ◐ near-poor in one line. */
export function PlaceFigures({ group }: { group: GroupView }) {
  const t = useTranslations('board.card')
  return (
    <>
      <span className="whitespace-nowrap">{t('households', { count: group.households })}</span>
      {group.poor > 0 && (
        <span className="inline-flex items-center gap-[5px] whitespace-nowrap">
          <PovertyMark status="poor" />
          {t('poor', { count: group.poor })}
        </span>
      )}
      {group.nearPoor > 0 && (
        <span className="inline-flex items-center gap-[5px] whitespace-nowrap">
          <PovertyMark status="nearPoor" />
          {t('nearPoor', { count: group.nearPoor })}
        </span>
      )}
    </>
  )
}
