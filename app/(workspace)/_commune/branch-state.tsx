import { useTranslations } from 'next-intl'
import type { BranchState } from '#domain/record/commune-month.ts'
import { stateIcons, stateInks } from '../_branches/state-look.ts'

/** Where a branch's month stands, and whether its day is past: shape and word. */
export function BranchStateWord({
  state,
  version,
  isOverdue,
}: {
  state: BranchState
  version: number | null
  isOverdue: boolean
}) {
  const t = useTranslations('commune')
  const words = useTranslations('words.planStatus')
  const Icon = stateIcons[state]
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${stateInks[state]}`}>
      <Icon aria-hidden="true" className="size-3.75 shrink-0" />
      {words(state)}
      {version !== null && version > 1 && state === 'finalised' && (
        <span className="text-ink-3">{t('version', { version })}</span>
      )}
      {isOverdue && <span className="font-medium text-block">{t('overdue')}</span>}
    </span>
  )
}
