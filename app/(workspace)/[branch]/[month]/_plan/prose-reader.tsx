import { useTranslations } from 'next-intl'
import type { ProsePart } from '#domain/plan-doc.ts'
import type { ProseJson } from '#domain/read-prose.ts'
import { useTalk } from '../_comments/talk.ts'
import { useMarkedProse } from '../_passages/use-marked-prose.ts'
import { ProsePages } from './prose-pages.tsx'
import { useProse } from './use-prose.ts'

/**
 * A prose part for those who may not write: drawn from the document by a static renderer.
 * A bound editor would write, even a read-only one: it deletes nodes that it does not know.
 */
export function ProseReader({ part }: { part: ProsePart }) {
  const t = useTranslations('plan')
  const prose = useProse(part)
  const marked = useMarkedProse(part, prose)
  const { choose } = useTalk()
  return (
    <div className="prose-sheet">
      <div className="prose-body" data-prose-part={part} lang="vi">
        {isBlank(prose) ? (
          <p className="text-ink-3">{t('emptyPart')}</p>
        ) : (
          <ProsePages
            prose={marked}
            wayTo={(threadId) => ({
              href: `?thread=${threadId}`,
              onClick: (event) => {
                event.preventDefault()
                choose(threadId)
              },
            })}
          />
        )}
      </div>
    </div>
  )
}

function isBlank(prose: ProseJson): boolean {
  return (prose.content ?? []).every((block) => block.content === undefined)
}
