import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Count } from '#app/_ui/count.tsx'
import type { Check } from '#domain/record/check.ts'
import { useCheckWords } from '../_record/use-check-words.ts'
import { useBoard } from './board-view-context.ts'
import { CheckChip } from './needs-strip.tsx'

/** How many are shown before the rest is asked for. */
const firstFew = 2

/** What needs attention, under one another; a tap opens the group or the member. */
export function PhoneNeeds({
  checks,
  onGo,
}: {
  checks: readonly Check[]
  onGo: (check: Check) => void
}) {
  const t = useTranslations('board.need')
  const { roster, plan } = useBoard()
  const words = useCheckWords(roster, plan)
  const [isWhole, setWhole] = useState(false)
  if (checks.length === 0) return null
  const shown = isWhole ? checks : checks.slice(0, firstFew)
  return (
    <section aria-label={t('title')} className="grid gap-2 px-4 pt-3">
      <h2 className="flex items-center gap-2 text-md">
        {t('title')} <Count value={checks.length} />
      </h2>
      <ul className="grid gap-1.5">
        {shown.map((check) => (
          <li key={check.key} className="grid">
            <CheckChip check={check} onGo={onGo} words={words(check)} />
          </li>
        ))}
      </ul>
      {checks.length > firstFew && (
        <Button kind="quiet" className="justify-self-start" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('more', { count: checks.length - firstFew })}
        </Button>
      )}
    </section>
  )
}
