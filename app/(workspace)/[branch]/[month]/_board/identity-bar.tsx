import { useTranslations } from 'next-intl'
import { Fragment, memo } from 'react'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { type IdentityLine, type MemberPlace, memberPlaces } from '#domain/identity-line.ts'

interface IdentityBarProps {
  identity: IdentityLine
  chosen: MemberPlace | null
  onChoose: (place: MemberPlace | null) => void
}

/** Every member counted once: the whole equals its parts in sight. Each part shows its members in the rail. */
export const IdentityBar = memo(function IdentityBar({
  identity,
  chosen,
  onChoose,
}: IdentityBarProps) {
  const t = useTranslations('board.sum')
  const total = memberPlaces.reduce((sum, place) => sum + identity[place], 0)
  return (
    <section
      aria-label={t('label')}
      data-sum={memberPlaces.map((place) => `${place}=${identity[place]}`).join(' ')}
      className="flex min-h-[38px] flex-wrap items-center gap-x-2 gap-y-0.5 border-t border-line bg-surface px-4 py-0.5 text-sm text-ink-2"
    >
      <b className="text-ink">{t('all', { count: identity.all })}</b>
      {memberPlaces.map((place, index) => (
        <Fragment key={place}>
          <span aria-hidden="true">{index === 0 ? '=' : '+'}</span>
          <button
            type="button"
            aria-pressed={chosen === place}
            onClick={() => onChoose(chosen === place ? null : place)}
            className={`inline-flex min-h-7 items-center gap-1 rounded-sm px-1 whitespace-nowrap hover:bg-sunken pointer-coarse:min-h-11 ${partTone(place, identity[place])} ${chosen === place ? 'bg-accent-soft' : ''}`}
          >
            {place === 'noReason' && identity.noReason > 0 && (
              <NoticeIcon level="block" size="sm" />
            )}
            {t.rich(place, {
              count: identity[place],
              b: (chunks) => <b className="num">{chunks}</b>,
            })}
          </button>
        </Fragment>
      ))}
      {total === identity.all && (
        <span className="ml-auto inline-flex items-center gap-1.5 text-ink-3 whitespace-nowrap">
          <NoticeIcon level="done" size="sm" />
          {t('adds')}
        </span>
      )}
    </section>
  )
})

function partTone(place: MemberPlace, count: number): string {
  if (place === 'noReason' && count > 0)
    return 'font-semibold text-block underline underline-offset-3'
  return '[&_b]:text-ink'
}
