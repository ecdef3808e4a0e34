import type { ReactNode } from 'react'
import { NoticesBell } from '../_notices/notices-bell.tsx'
import { BrandLink } from './brand-link.tsx'
import { type MenuPerson, PersonMenu } from './person-menu.tsx'

/** The bar over pages that are not one month's plan: brand, what the page adds, the person's menu. */
export function TopBar({ person, children }: { person: MenuPerson; children?: ReactNode }) {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 border-line border-b bg-surface px-4">
      <BrandLink />
      <div className="flex min-w-0 flex-1 items-center gap-3 max-sm:order-last max-sm:basis-full max-sm:empty:hidden">
        {children}
      </div>
      <span className="flex-1 sm:hidden" />
      <NoticesBell />
      <PersonMenu person={person} />
    </header>
  )
}
