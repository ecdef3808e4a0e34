import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { useChangeWords } from './change-words.ts'
import type { Change } from './changes-between.ts'

interface ChangeListProps {
  title: string
  changes: readonly Change[]
  /** Offers the whole list for copying, the part that is not shown included. */
  canCopy?: boolean
}

/** More lines than this are counted instead of shown; copying takes them all. */
const shownLines = 12

/** Changes, one line each, under a heading. */
export function ChangeList({ title, changes, canCopy = false }: ChangeListProps) {
  const t = useTranslations('saving')
  const { words } = useChangeWords()
  const lines = changes.map(words)
  const hidden = lines.length - shownLines
  return (
    <section className="mt-3">
      <h3 className="text-ink-2 text-sm">{title}</h3>
      <ul className="mt-1 grid gap-1 text-sm">
        {lines.length === 0 ? <li>{t('formatOnly')}</li> : null}
        {lines.slice(0, shownLines).map((line) => (
          <li className="wrap-anywhere line-clamp-3" key={line}>
            {line}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="mt-1 text-ink-2 text-sm">{t('more', { count: hidden })}</p>
      ) : null}
      {canCopy ? <CopyButton text={lines.join('\n')} /> : null}
    </section>
  )
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations('saving')
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = async () => {
    // Absent in pages that are not served securely, refused when the person says no.
    const copied = await Promise.resolve(navigator.clipboard?.writeText(text)).then(
      () => navigator.clipboard !== undefined,
      () => false,
    )
    setOutcome(copied ? 'copied' : 'copyFailed')
  }
  return (
    <p className="mt-2 flex items-center gap-2">
      <Button icon={<Copy aria-hidden="true" />} onClick={copy} size="sm">
        {t('copy')}
      </Button>
      <span className="text-ink-2 text-sm" role="status">
        {outcome ? t(outcome) : null}
      </span>
    </p>
  )
}
