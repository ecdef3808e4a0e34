import { useTranslations } from 'next-intl'
import { Chip } from '#app/_ui/chip.tsx'
import type { PlanStatus } from '#domain/wire.ts'
import { Icon } from './icon.tsx'

const shown = {
  notOpened: ['clock', 'dotted'],
  drafting: ['pencil', 'dashed'],
  circulating: ['talk', 'note'],
  finalised: ['lock', 'filled'],
} as const

/** Where the month stands: shape and word first, colour last. */
export function StateMark({ status }: { status: PlanStatus | 'notOpened' }) {
  const t = useTranslations('words.planStatus')
  const [icon, look] = shown[status]
  return (
    <Chip icon={<Icon name={icon} size="sm" />} look={look}>
      {t(status)}
    </Chip>
  )
}
