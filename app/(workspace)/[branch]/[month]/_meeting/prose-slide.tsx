import { useTranslations } from 'next-intl'
import { shiftMonth } from '#domain/months.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import { ProsePages } from '../_plan/prose-pages.tsx'
import '../_plan/prose.css'
import { useProse } from '../_plan/use-prose.ts'
import { SlideFrame } from './slide-frame.tsx'
import { monthOf } from './summary-slide.tsx'

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
    <SlideFrame over={branch} title={t(part, { month: monthOf(of) })}>
      <div className="prose-body p-0! text-[clamp(1.125rem,2vw,2.5rem)]! leading-normal!" lang="vi">
        <ProsePages prose={prose} wayTo={() => ({})} />
      </div>
    </SlideFrame>
  )
}
