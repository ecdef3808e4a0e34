import { useTranslations } from 'next-intl'
import type { PlanContent } from '#domain/plan-content.ts'
import { proseParts } from '#domain/plan-doc.ts'
import type { ProseJson } from '#domain/read-prose.ts'
import { ProsePages } from '../_plan/prose-pages.tsx'
import '../_plan/prose.css'

/** The three texts as they were then, drawn without an editor. */
export function PastTexts({ prose }: { prose: PlanContent['prose'] }) {
  const t = useTranslations('history')
  const written = proseParts.filter((part) => !isBlank(prose[part]))
  return (
    <section aria-label={t('then.texts')}>
      <h2 className="mb-1.5 font-semibold text-lg">{t('then.texts')}</h2>
      {written.length === 0 ? <p className="text-ink-3">{t('then.noText')}</p> : null}
      <div className="grid gap-3">
        {written.map((part) => (
          <div key={part}>
            <h3 className="mb-1 font-medium text-ink-2">{t(`part.${part}`)}</h3>
            <div className="prose-sheet">
              <div className="prose-body" lang="vi">
                <ProsePages prose={prose[part]} />
              </div>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}

function isBlank(prose: ProseJson): boolean {
  return (prose.content ?? []).every((block) => block.content === undefined)
}
