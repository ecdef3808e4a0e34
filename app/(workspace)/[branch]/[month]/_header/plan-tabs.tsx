'use client'
import { FileText, History, Inbox, LayoutPanelLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { usePageOfMonth } from './page-of-month.ts'
import { type LateWaiting, useLateTabs } from './use-late-tabs.ts'

const look =
  'inline-flex flex-1 items-center justify-center gap-1.75 whitespace-nowrap border-y-3 border-transparent px-3 text-base no-underline -outline-offset-3 max-sm:px-2 max-sm:text-sm [&_svg]:size-4.5'

interface PlanTabsProps extends LateWaiting {
  branchId: string
  month: string
}

/** The pages of one month; the open one is marked for eyes and for screen readers. */
export function PlanTabs({ branchId, month, ...waiting }: PlanTabsProps) {
  const t = useTranslations('shell.header')
  const page = usePageOfMonth()
  const late = useLateTabs(branchId, month, waiting)
  const pages = [
    { page: '', label: t('board'), icon: LayoutPanelLeft },
    { page: '/plan', label: t('plan'), icon: FileText },
    { page: '/history', label: t('history'), icon: History },
  ].map((tab) => ({
    ...tab,
    href: `/${branchId}/${month}${tab.page}`,
    isCurrent: tab.page === page,
  }))
  const tabs = [...pages, ...late.map((tab) => ({ ...tab, icon: Inbox }))]
  return (
    <nav aria-label={t('tabs')} className="flex gap-0.5 max-sm:flex-1">
      {tabs.map((tab) => (
        <Link
          aria-current={tab.isCurrent ? 'page' : undefined}
          className={classNames(
            look,
            'isForRoom' in tab && tab.isForRoom && 'max-sm:hidden',
            tab.isCurrent
              ? 'border-b-accent font-semibold text-ink'
              : 'font-medium text-ink-2 hover:text-ink',
          )}
          href={tab.href}
          key={tab.href}
        >
          <tab.icon aria-hidden="true" className={'count' in tab ? '' : 'max-sm:hidden'} />
          {/* A phone has no room for a fourth word. */}
          <span className={'count' in tab ? 'max-sm:sr-only' : ''}>{tab.label}</span>
          {'count' in tab && tab.count > 0 ? (
            <span aria-hidden="true" className="num sm:hidden">
              {tab.count}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
