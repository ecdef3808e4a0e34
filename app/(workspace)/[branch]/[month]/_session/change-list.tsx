import { useTranslations } from 'next-intl'
import { useChangeWords } from './change-words.ts'
import type { Change } from './changes-between.ts'
import { CopyButton } from './copy-button.tsx'

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
      {canCopy ? (
        <p className="mt-2">
          <CopyButton text={lines.join('\n')} />
        </p>
      ) : null}
    </section>
  )
}
