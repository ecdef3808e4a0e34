import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Meter } from '#app/_ui/meter.tsx'
import { type Coverage, shareNames } from '#domain/coverage.ts'

/** How much of the branch's work has somebody: “16/17” first, the bar second, the gap hatched. */
export const CoverageBars = memo(function CoverageBars({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('board.coverage')
  return (
    <section aria-label={t('label')}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 border-b border-line px-4 pt-2.5 pb-3 lg:grid-cols-4 lg:gap-x-6">
        {shareNames.map((part) => {
          const { done, all } = coverage[part]
          return (
            <div
              key={part}
              className="grid grid-cols-[1fr_auto] grid-rows-[1fr_auto] items-baseline gap-x-2.5 gap-y-[3px]"
            >
              <dt className="text-sm text-ink-2">{t(part)}</dt>
              <dd className="flex items-baseline gap-2 whitespace-nowrap">
                {done < all && (
                  <span className="hidden text-sm text-ink-2 sm:inline">
                    {t(`left.${part}`, { count: all - done })}
                  </span>
                )}
                <b
                  className="num text-[1.0625rem] leading-tight"
                  data-figure={part}
                >{`${done}/${all}`}</b>
              </dd>
              <dd className="col-span-2" aria-hidden="true">
                <Meter all={all} className="h-2" done={done} />
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
})
