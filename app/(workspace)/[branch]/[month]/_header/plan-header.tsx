'use client'
import type { ReactNode } from 'react'
import { type PlanState, StateChip } from '../../../_branches/state-chip.tsx'
import { NoticesBell } from '../../../_notices/notices-bell.tsx'
import { BrandLink } from '../../../_top/brand-link.tsx'
import { type MenuPerson, PersonMenu } from '../../../_top/person-menu.tsx'
import { BranchSwitcher } from './branch-switcher.tsx'
import { headerActionsId } from './header-actions.tsx'
import { HeaderRule } from './header-rule.tsx'
import { MeetingLink, MeetingMenuLink } from './meeting-link.tsx'
import { MonthSwitcher } from './month-switcher.tsx'
import { PlanTabs } from './plan-tabs.tsx'
import type { LateWaiting } from './use-late-tabs.ts'

/**
 * Over every page of one month: which branch, which month, where it stands, who is here, what is saved; below it
 * the month's pages and, at the right, the page's own actions (`HeaderActions`). On a phone it takes three short
 * lines, of which the first scrolls away. What only a live plan has is absent while none is open.
 */
export interface PlanHeaderProps {
  branch: { id: string; name: string }
  branches: readonly { id: string; name: string }[]
  month: string
  status: PlanState
  person: MenuPerson
  /** In the place of the plain chip. */
  stateChip?: ReactNode
  people?: ReactNode
  saving?: ReactNode
  talk?: ReactNode
  waiting?: LateWaiting
  finalise?: ReactNode
}

const noneWaiting: LateWaiting = { late: 0, lateBefore: null }

export function PlanHeader(props: PlanHeaderProps) {
  const { branch, branches, month, status, person, people, saving, talk } = props
  return (
    <header className="sticky top-0 z-30 shrink-0 border-line border-b bg-surface max-sm:-top-14">
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 px-4 max-sm:gap-x-2.5 max-sm:px-3">
        <span className="flex items-center gap-3 max-sm:hidden">
          <BrandLink />
          <HeaderRule />
        </span>
        <div className="flex min-w-0 items-center gap-2 max-sm:min-h-14 max-sm:flex-1 max-sm:gap-0">
          <BranchSwitcher branch={branch} branches={branches} month={month} />
          <MonthSwitcher branchId={branch.id} month={month} />
        </div>
        <span aria-hidden="true" className="basis-full max-sm:order-2 sm:hidden" />
        <span className="flex max-sm:order-3 max-sm:min-h-10 max-sm:items-center">
          {props.stateChip ?? <StateChip state={status} />}
        </span>
        <span aria-hidden="true" className="flex-1 max-sm:hidden" />
        <span className="contents max-sm:*:order-5">{people}</span>
        <span className="empty:hidden max-sm:order-4 max-sm:min-w-0 max-sm:flex-1">{saving}</span>
        <span className="flex items-center gap-1 max-sm:order-1">
          <NoticesBell />
          <PersonMenu
            more={<MeetingMenuLink branchId={branch.id} month={month} />}
            person={person}
          />
        </span>
      </div>
      <div className="flex min-h-11 items-stretch gap-2 px-4 max-sm:flex-wrap max-sm:gap-y-0 max-sm:px-1">
        <PlanTabs branchId={branch.id} month={month} {...(props.waiting ?? noneWaiting)} />
        {talk}
        <MeetingLink branchId={branch.id} month={month} />
        <div className="ml-auto flex items-center gap-1.5">
          <div className="flex items-center gap-1.5" id={headerActionsId} />
          {props.finalise}
        </div>
      </div>
    </header>
  )
}
