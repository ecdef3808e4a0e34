import { useTranslations } from 'next-intl'
import { shiftMonth } from '#domain/months.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import { ProsePages } from '../_plan/prose-pages.tsx'
import '../_plan/prose.css'
import { shortMonth } from '#app/_words/format-month.ts'
import { useProse } from '../_plan/use-prose.ts'
import { SlideFrame } from './slide-frame.tsx'

/** One of the month's texts, as it is being written. */
export function ProseSlide({
  part,
  month,
  branch,
}: {
  part: ProsePart
  month: string
  branch: string
}) {
  const t = useTranslations('meeting')
  const prose = useProse(part)
  const of = part === 'review' ? shiftMonth(month, -1) : month
  return (
    <SlideFrame over={branch} title={t(part, { month: shortMonth(of) })}>
      <div
        className="prose-body p-0! text-[max(1.125rem,4vmin)]! leading-body! [&_:is(h2,h3)]:text-[1.2em]!"
        lang="vi"
      >
        <ProsePages prose={prose} />
      </div>
    </SlideFrame>
  )
}
