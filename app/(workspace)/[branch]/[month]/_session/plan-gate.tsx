'use client'

import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PlanNotOpened } from './plan-not-opened.tsx'
import { usePlanSession } from './plan-session.tsx'
import { SavingAnnouncer } from './saving-announcer.tsx'
import { HomeLink, ReloadButton, SignInLink } from './saving-details.tsx'
import type { SavingState } from './saving-state.ts'
import { useSaving } from './use-saving.ts'

/**
 * Shows the pages of a plan once the plan is there, and anew for each document; before, why it is not. An
 * empty document is never shown as if it were the plan.
 */
export function PlanGate({ children }: { children: ReactNode }) {
  const { isOpen, generation } = usePlanSession()
  const state = useSaving()
  return (
    <>
      <SavingAnnouncer />
      {isOpen ? (
        <Fragment key={generation}>{children}</Fragment>
      ) : (
        <main className="grid flex-1 place-items-center" id="content">
          <Waiting state={state} />
        </main>
      )}
    </>
  )
}

function Waiting({ state }: { state: SavingState }) {
  const t = useTranslations('saving')
  if (state.kind === 'closed') return <Closed why={state.why} />
  if (state.kind === 'offline' || state.kind === 'reconnecting') {
    return <EmptyState title={t('gate.offlineTitle')}>{t('gate.offlineText')}</EmptyState>
  }
  return (
    <p className="text-ink-2" role="status">
      {t('gate.opening')}
    </p>
  )
}

function Closed({ why }: { why: Extract<SavingState, { kind: 'closed' }>['why'] }) {
  const t = useTranslations('saving')
  const { month } = usePlanSession()
  switch (why) {
    case 'noSuchPlan':
      return <PlanNotOpened month={month} />
    case 'signInAgain':
      return (
        <EmptyState action={<SignInLink />} title={t('gate.signInTitle')}>
          {t('explain.signInAgain')}
        </EmptyState>
      )
    case 'noRight':
      return (
        <EmptyState action={<HomeLink label={t('home')} />} title={t('gate.noRightTitle')}>
          {t('explain.noRight')}
        </EmptyState>
      )
    case 'brokeProtocol':
      return (
        <EmptyState action={<ReloadButton />} title={t('gate.brokenTitle')}>
          {t('explain.brokeProtocol')}
        </EmptyState>
      )
  }
}
