import { ArrowDownWideNarrow } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Choice, choiceQuery } from './shown-branches.ts'

const orders = ['help', 'list'] as const

/** In which order branches stand; and the way back to all of them. */
export function OrderLinks({ choice }: { choice: Choice }) {
  const t = useTranslations('commune.order')
  return (
    <nav
      aria-label={t('label')}
      className="flex flex-wrap items-center gap-1 font-normal print:hidden"
    >
      <ArrowDownWideNarrow aria-hidden="true" className="size-4 text-ink-3" />
      {orders.map((order) => (
        <Link
          aria-current={choice.order === order ? 'true' : undefined}
          className={`inline-flex min-h-hit-sm items-center rounded-md px-1.5 no-underline hover:bg-sunken ${choice.order === order ? 'font-semibold text-ink' : 'text-ink-2'}`}
          href={choiceQuery({ ...choice, order })}
          key={order}
          replace
          scroll={false}
        >
          {t(order)}
        </Link>
      ))}
      {choice.only !== null && (
        <Link
          className="inline-flex min-h-hit-sm items-center rounded-md px-1.5 font-medium text-accent no-underline hover:bg-sunken"
          href={choiceQuery({ ...choice, only: null })}
          replace
          scroll={false}
        >
          {t('all')}
        </Link>
      )}
    </nav>
  )
}
