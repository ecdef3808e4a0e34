import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { fieldLook } from '#app/_ui/popup-look.ts'
import { passageLimits } from '#domain/advice/advice-limits.ts'
import type { Passage } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'

interface ProposeTextProps {
  passage: Passage
  onChange: (change: ProposedChange | null) => void
}

/** Other words for a passage, written over the ones that stand there. */
export function ProposeText({ passage, onChange }: ProposeTextProps) {
  const t = useTranslations('advice.propose')
  const id = useId()
  const [text, setText] = useState(passage.quote)
  return (
    <div className="grid gap-1">
      <label className="text-ink-2 text-sm" htmlFor={id}>
        {t('newWords')}
      </label>
      <textarea
        className={`${fieldLook} field-sizing-content max-h-40 resize-none py-1.5 leading-normal`}
        id={id}
        lang="vi"
        maxLength={passageLimits.quote * 2}
        onChange={({ target }) => {
          setText(target.value)
          const words = target.value.replace(/\s+/gu, ' ').trim()
          const isNew = words !== passage.quote
          onChange(isNew ? { kind: 'replaceText', passage, text: words } : null)
        }}
        value={text}
      />
      {text.trim() === '' && <p className="text-sm">{t('deletes')}</p>}
    </div>
  )
}
