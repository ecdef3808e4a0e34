import { useTranslations } from 'next-intl'
import type { ProsePart } from '#domain/plan-doc.ts'
import type { ProseJson } from '#domain/read-prose.ts'
import { ProsePages } from './prose-pages.tsx'
import { useProse } from './use-prose.ts'

/**
 * A prose part for those who may not write: drawn from the document by a static renderer.
 * A bound editor would write, even a read-only one: it deletes nodes that it does not know.
 */
export function ProseReader({ part }: { part: ProsePart }) {
  const t = useTranslations('plan')
  const prose = useProse(part)
  return (
    <div className="prose-sheet">
      <div className="prose-body" lang="vi">
        {isBlank(prose) ? (
          <p className="text-ink-3">{t('emptyPart')}</p>
        ) : (
          <ProsePages prose={prose} />
        )}
      </div>
    </div>
  )
}

function isBlank(prose: ProseJson): boolean {
  return (prose.content ?? []).every((block) => block.content === undefined)
}
