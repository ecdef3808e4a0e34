import { useTranslations } from 'next-intl'
import type { GroupView } from '#domain/roster-view.ts'
import { NeedIcon } from './need-icon.tsx'
import { PlaceFigures } from './place-figures.tsx'

/** Two lines of a group card: households and their official status, then the most frequent need. */
export function PlaceFacts({ group }: { group: GroupView }) {
  const t = useTranslations('board.card')
  const needs = useTranslations('words.need')
  const [first, ...others] = group.needs
  return (
    <>
      <p className="flex min-h-[19px] flex-wrap items-center gap-x-2.5 text-sm leading-tight text-ink-2">
        <PlaceFigures group={group} />
        {group.poor + group.nearPoor === 0 && <span className="text-ink-3">{t('noPoor')}</span>}
      </p>
      <p className="mb-1 flex min-h-[19px] items-center gap-[5px] text-sm leading-tight text-ink-2">
        {first ? (
          <>
            <NeedIcon need={first.need} />
            <span>{needs(first.need)}</span>
            {others.length > 0 && (
              <span className="text-ink-3" title={others.map(({ need }) => needs(need)).join(', ')}>
                +{others.length}
              </span>
            )}
          </>
        ) : (
          <span className="text-ink-3">{t('noNeed')}</span>
        )}
      </p>
    </>
  )
}
