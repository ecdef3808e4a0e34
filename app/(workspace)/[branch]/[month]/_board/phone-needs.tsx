import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Count } from '#app/_ui/count.tsx'
import type { Need } from '#domain/needs-attention.ts'
import { keyOf, NeedChip } from './needs-strip.tsx'
import { useNeedWords } from './use-need-words.ts'

/** How many are shown before the rest is asked for. */
const firstFew = 2

/** What needs attention, under one another; a tap opens the group or the member. */
export function PhoneNeeds({
  needs,
  onGo,
}: {
  needs: readonly Need[]
  onGo: (need: Need) => void
}) {
  const t = useTranslations('board.need')
  const words = useNeedWords()
  const [isWhole, setWhole] = useState(false)
  if (needs.length === 0) return null
  const shown = isWhole ? needs : needs.slice(0, firstFew)
  return (
    <section aria-label={t('title')} className="grid gap-2 px-4 pt-3">
      <h2 className="flex items-center gap-2 text-md">
        {t('title')} <Count value={needs.length} />
      </h2>
      <ul className="grid gap-1.5">
        {shown.map((need) => (
          <li key={keyOf(need)} className="grid">
            <NeedChip need={need} words={words(need)} onGo={onGo} />
          </li>
        ))}
      </ul>
      {needs.length > firstFew && (
        <Button kind="quiet" className="justify-self-start" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('more', { count: needs.length - firstFew })}
        </Button>
      )}
    </section>
  )
}
