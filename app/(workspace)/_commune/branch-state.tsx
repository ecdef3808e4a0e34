import { Clock, Lock, LockOpen, MessageSquare, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { BranchState } from '#domain/record/commune-month.ts'

export const branchStateIcons = {
  notOpened: Clock,
  drafting: Pencil,
  circulating: MessageSquare,
  finalised: Lock,
  reopened: LockOpen,
}

const inks: Record<BranchState, string> = {
  notOpened: 'text-ink-3',
  drafting: 'font-medium text-ink',
  circulating: 'font-medium text-note',
  finalised: 'text-accent',
  reopened: 'font-medium text-ink',
}

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
  const Icon = branchStateIcons[state]
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${inks[state]}`}>
      <Icon aria-hidden="true" className="size-3.75 shrink-0" />
      {t(`state.${state}`)}
      {version !== null && version > 1 && state === 'finalised' && (
        <span className="text-ink-3">{t('version', { version })}</span>
      )}
      {isOverdue && <span className="font-medium text-block">{t('overdue')}</span>}
    </span>
  )
}
