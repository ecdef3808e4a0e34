import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { shareNames } from '#domain/coverage.ts'
import { memberPlaces } from '#domain/identity-line.ts'
import type { FinaliseView } from './use-finalise-view.ts'

/** What is in order, with its figures, so that they can be read out and added up. */
export function PassedChecks({ view: { coverage, identity } }: { view: FinaliseView }) {
  const t = useTranslations('record.passed')
  const shares = shareNames.filter(
    (kind) => coverage[kind].all > 0 && coverage[kind].done === coverage[kind].all,
  )
  const parts = memberPlaces
    .filter((place) => place !== 'noReason' && identity[place] > 0)
    .map((place) => t(`place.${place}`, { count: identity[place] }))
  const isWhole = identity.noReason === 0 && identity.all > 0
  const said = [
    ...shares.map((kind) => t(kind, { ...coverage[kind] })),
    ...(isWhole ? [t('members', { all: identity.all, parts: parts.join(' + ') })] : []),
  ]
  if (said.length === 0) return null
  return (
    <p className="mt-3.5 flex items-start gap-2.5 px-3 text-ink-2 text-sm">
      <NoticeIcon level="done" />
      <span>
        <b className="text-ink">{t('count', { count: said.length })}</b> {said.join(', ')}
      </span>
    </p>
  )
}
