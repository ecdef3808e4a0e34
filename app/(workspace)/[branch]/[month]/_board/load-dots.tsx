import { useTranslations } from 'next-intl'
import { memo } from 'react'

interface LoadDotsProps {
  held: number
  /** The most groups that were agreed. */
  max: number
}

/** ● a group held, ○ one still free, ◆ one over; always with the figure beside it. */
export const LoadDots = memo(function LoadDots({ held, max }: LoadDotsProps) {
  const t = useTranslations('board.load')
  const over = held > max
  const dots = Array.from({ length: Math.min(6, Math.max(held, max)) }, (_, index) => {
    const heldKind = index >= max ? 'over' : 'held'
    return { key: `dot${index}`, kind: index >= held ? 'free' : heldKind }
  })
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap text-sm ${over ? 'font-semibold text-reason' : 'text-ink-2'}`}
    >
      <span className="inline-flex gap-[3px]" aria-hidden="true">
        {dots.map(({ key, kind }) => (
          <b key={key} className={dotClass[kind]} />
        ))}
      </span>
      <span className="num" aria-hidden="true">
        {`${held}/${max}`}
      </span>
      <span className="sr-only">{t('heldOf', { held, max })}</span>
    </span>
  )
})

const dotClass: Readonly<Record<string, string>> = {
  held: 'size-2 rounded-full border-[1.5px] border-ink-2 bg-ink-2',
  free: 'size-2 rounded-full border-[1.5px] border-ink-3',
  over: 'size-2 rounded-[1px] border-[1.5px] border-reason bg-reason rotate-45 scale-90',
}
