import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { type CheckKind, type Weight, weights } from '#domain/record/commune-rules.ts'

const looks = {
  block: 'has-checked:border-block-line has-checked:bg-block-soft',
  reason: 'has-checked:border-reason-line has-checked:bg-reason-soft',
  note: 'has-checked:border-line-strong has-checked:bg-note-soft',
} as const

/** One check and the three things that it can mean, all in sight. */
export function WeightRow({ kind, weight }: { kind: CheckKind; weight: Weight }) {
  const t = useTranslations('record.rule')
  const words = useTranslations('record.weight')
  return (
    <li>
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
        <legend className="sr-only">{t(kind)}</legend>
        <span aria-hidden="true" className="min-w-60 flex-1">
          {t(kind)}
        </span>
        <span className="flex flex-wrap gap-1">
          {weights.map((each) => (
            <label
              className={`inline-flex min-h-hit cursor-pointer items-center gap-1.5 rounded-md border border-transparent px-2.5 text-ink-2 text-sm hover:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-3 has-focus-visible:outline-focus ${looks[each]}`}
              key={each}
            >
              <input
                className="sr-only"
                defaultChecked={each === weight}
                name={kind}
                type="radio"
                value={each}
              />
              <NoticeIcon level={each} size="sm" />
              {words(each)}
            </label>
          ))}
        </span>
      </fieldset>
    </li>
  )
}
