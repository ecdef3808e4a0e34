import { useTranslations } from 'next-intl'
import type { MarkedSpan } from '#domain/advice/mark-prose.ts'
import { RowList } from '../_parts/row-list.tsx'
import { Section } from '../_parts/section.tsx'

/** The other threads about letters that one thread is about, too: a mark leads to one of them only. */
export interface ThreadsBesideProps {
  threadId: string
  /** Where passages of this part stand. */
  marks: readonly MarkedSpan[]
  threads: readonly { id: string; place: { kind: string; quote?: string } }[]
  /** The plan's address. */
  base: string
}

export function ThreadsBeside({ threadId, marks, threads, base }: ThreadsBesideProps) {
  const t = useTranslations('light.thread')
  const own = marks.find((mark) => mark.threadId === threadId)
  const beside = own
    ? marks.filter((mark) => mark !== own && mark.from < own.to && own.from < mark.to)
    : []
  const quoteOf = (id: string) => threads.find((thread) => thread.id === id)?.place.quote ?? ''
  if (beside.length === 0) return null
  return (
    <Section title={t('beside')}>
      <RowList>
        {beside.map((mark) => (
          <li key={mark.threadId}>
            <a
              className="flex min-h-11 items-center px-3.5 py-2 text-base text-ink"
              href={`${base}/threads/${mark.threadId}`}
            >
              “{quoteOf(mark.threadId)}”
            </a>
          </li>
        ))}
      </RowList>
    </Section>
  )
}
