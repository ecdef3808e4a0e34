import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { BrandMark } from '#app/_ui/brand-mark.tsx'

/** The mark and the name; leads to the first page. */
export function BrandLink() {
  const t = useTranslations('shell')
  return (
    <Link
      aria-label={t('header.home')}
      className="inline-flex min-h-hit items-center gap-2.25 whitespace-nowrap pr-2 font-bold text-ink text-md tracking-[-0.01em] no-underline"
      href="/"
    >
      <BrandMark className="size-7 text-accent" />
      {t('product')}
    </Link>
  )
}
