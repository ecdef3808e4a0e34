import { useTranslations } from 'next-intl'
import type { ProsePart } from '#domain/plan-doc.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { ProseEditor } from './prose-editor.tsx'
import { ProseReader } from './prose-reader.tsx'

interface ProseSectionProps {
  part: ProsePart
  title: string
}

/** One of the three prose parts under its heading: an editor for those who may write, a page for the others. */
export function ProseSection({ part, title }: ProseSectionProps) {
  const t = useTranslations('plan.hint')
  const { canEdit, generation } = usePlanSession()
  const heading = (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
      <h2 className="font-semibold text-lg">{title}</h2>
      {canEdit ? <p className="text-ink-3 text-sm">{t(part)}</p> : null}
    </div>
  )
  return (
    <section aria-label={title} className="plan-part" id={`part-${part}`}>
      {canEdit ? (
        <ProseEditor heading={heading} key={generation} label={title} part={part} />
      ) : (
        <>
          <div className="flex min-h-10 items-center">{heading}</div>
          <ProseReader key={generation} part={part} />
        </>
      )}
    </section>
  )
}
