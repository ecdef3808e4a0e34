import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { scrollStep } from './scroll-step.ts'

/** Says at the lower edge that the page in this place goes on below; gone at its end. */
export function MoreBelow({ place }: { place: RefObject<HTMLElement | null> }) {
  const t = useTranslations('meeting')
  const [isMore, setMore] = useState(false)
  useEffect(() => {
    const page = place.current?.firstElementChild
    if (!page) return
    const look = () => setMore(scrollStep(page, 'ArrowDown') !== null)
    look()
    const watch = new ResizeObserver(look)
    for (const part of [page, ...page.children]) watch.observe(part)
    page.addEventListener('scroll', look)
    return () => {
      watch.disconnect()
      page.removeEventListener('scroll', look)
    }
  }, [place])
  if (!isMore) return null
  return (
    <p className="pointer-events-none absolute right-4 bottom-full mb-2 flex items-center gap-1 rounded-full bg-ink px-3 py-1 font-medium text-canvas text-sm">
      <ChevronDown aria-hidden="true" className="size-4" /> {t('moreBelow')}
    </p>
  )
}
