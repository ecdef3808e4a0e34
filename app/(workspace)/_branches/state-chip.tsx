import { useTranslations } from 'next-intl'
import { Chip } from '#app/_ui/chip.tsx'
import type { PlanStatus } from '#domain/wire.ts'
import { stateIcons } from './state-look.ts'

/** Where a month stands; `notOpened` when nobody has begun it. */
export type PlanState = PlanStatus | 'notOpened'

const looks = {
  notOpened: 'dotted',
  drafting: 'dashed',
  circulating: 'note',
  finalised: 'filled',
} as const

/** The month's state: shape and word first, colour last. */
export function StateChip({ state }: { state: PlanState }) {
  const t = useTranslations('words.planStatus')
  const Icon = stateIcons[state]
  return (
    <Chip icon={<Icon aria-hidden="true" />} look={looks[state]}>
      {t(state)}
    </Chip>
  )
}
