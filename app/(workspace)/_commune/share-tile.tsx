import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Meter } from '#app/_ui/meter.tsx'
import type { ShareName } from '#domain/coverage.ts'

/** One sum of the commune; leads to the branches that leave something of it, and back. */
export interface ShareTileProps {
  share: ShareName
  done: number
  all: number
  isChosen: boolean
  href: string
}

export function ShareTile({ share, done, all, isChosen, href }: ShareTileProps) {
  const t = useTranslations('commune.share')
  const format = useFormatter()
  const percent = all === 0 ? 1 : done / all
  return (
    <Link
      aria-current={isChosen ? 'true' : undefined}
      className={`grid grid-cols-[1fr_auto] content-between items-baseline max-sm:grid-cols-1 gap-x-1.5 gap-y-0.5 rounded-lg border bg-raised px-3 pt-1.75 pb-2.5 no-underline hover:border-line-strong ${isChosen ? 'border-accent' : 'border-line'}`}
      href={href}
    >
      <span className="whitespace-nowrap text-ink-2 text-sm">{t(share)}</span>
      <span className="whitespace-nowrap font-medium text-accent text-sm max-sm:row-start-3">
        {done < all ? t(`left.${share}`, { count: all - done }) : t('whole')}
      </span>
      <span className="col-span-2 flex items-baseline max-sm:col-span-1 gap-2 whitespace-nowrap">
        <b className="num font-semibold text-2xl leading-tight" data-figure={share}>
          {done}/{all}
        </b>
        <span className="num text-ink-2 text-sm max-sm:hidden">
          {format.number(percent, { style: 'percent', maximumFractionDigits: 1 })}
        </span>
      </span>
      <Meter all={all} className="col-span-2 h-2 max-sm:col-span-1" done={done} />
    </Link>
  )
}
