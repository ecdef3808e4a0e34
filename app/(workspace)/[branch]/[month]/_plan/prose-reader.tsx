import { useTranslations } from 'next-intl'
import type { ProsePart } from '#domain/plan-doc.ts'
import type { ProseJson } from '#domain/read-prose.ts'
import { useTalk } from '../_comments/talk.ts'
import { useLitThreads } from '../_passages/lit-marks.tsx'
import { nextThread } from '../_passages/next-thread.ts'
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
  const { choose, chosen } = useTalk()
  const lit = useLitThreads()
  return (
    <div className="prose-sheet" {...lit}>
      <div className="prose-body" data-prose-part={part} lang="vi">
        {isBlank(prose) ? (
          <p className="text-ink-3">{t('emptyPart')}</p>
        ) : (
          <ProsePages
            prose={marked}
            wayTo={(threadIds) => ({
              href: `?thread=${threadIds[0]}`,
              onClick: (event) => {
                event.preventDefault()
                choose(nextThread(threadIds, chosen))
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
