import { RotateCw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, buttonLook } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { formatTime } from '#app/_words/format-day.ts'
import { ChangeList } from './change-list.tsx'
import { usePlanStore } from './plan-session.tsx'
import { RefusedDrafts } from './refused-drafts.tsx'
import type { SavingState } from './saving-state.ts'
import { useUnsentChanges } from './use-unsent-changes.ts'

/** What the saving line means, what is not sent in words, and what can be done about it. */
export function SavingDetails({ state }: { state: SavingState }) {
  const t = useTranslations('saving')
  const store = usePlanStore()
  const changes = useUnsentChanges(state)
  const { reunion } = store.live
  const hasUnsent = store.live.hasUnsaved()
  return (
    <div className="grid gap-2 text-base">
      <p>{useExplanation(state)}</p>
      <NextStep state={state} />
      {hasUnsent ? (
        <>
          <ChangeList canCopy changes={changes} title={t('unsentList')} />
          {state.storage === 'ok' ? <p className="text-ink-2 text-sm">{t('kept')}</p> : null}
        </>
      ) : null}
      {state.storage === 'failed' ? <Notice level="reason" title={t('storageFailed')} /> : null}
      {state.kind === 'merged' && reunion ? (
        <>
          {reunion.mine.length > 0 ? (
            <ChangeList changes={reunion.mine} title={t('mineList')} />
          ) : null}
          {reunion.others.length > 0 ? (
            <ChangeList changes={reunion.others} title={t('othersList')} />
          ) : null}
        </>
      ) : null}
      <RefusedDrafts />
    </div>
  )
}

function useExplanation(state: SavingState): string {
  const t = useTranslations('saving.explain')
  if (state.kind === 'closed') return t(state.why)
  if (state.kind === 'offline' || state.kind === 'offlinePending') {
    return t(state.kind, { time: formatTime(state.since) })
  }
  if (state.kind === 'refused' && state.isKept) return t('late')
  return t(state.kind)
}

function NextStep({ state }: { state: SavingState }) {
  const t = useTranslations('saving')
  switch (state.kind) {
    case 'offline':
    case 'offlinePending':
      return <Retry attempt={state.attempt} retryAt={state.retryAt} />
    case 'closed':
      if (state.why === 'signInAgain') return <SignInLink />
      return state.why === 'brokeProtocol' ? <ReloadButton /> : <HomeLink label={t('home')} />
    case 'oldVersion':
      return <ReloadButton />
    default:
      return null
  }
}

function Retry({ attempt, retryAt }: { attempt: number; retryAt: number | null }) {
  const t = useTranslations('saving')
  const store = usePlanStore()
  const now = useNow()
  const seconds = retryAt === null ? null : Math.max(0, Math.ceil((retryAt - now) / 1000))
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Button
        icon={<RotateCw aria-hidden="true" />}
        onClick={() => store.live.tryNow(true)}
        size="sm"
      >
        {t('tryNow')}
      </Button>
      {seconds === null ? null : (
        <span className="text-ink-2 text-sm">{t('next', { attempt: attempt + 1, seconds })}</span>
      )}
    </p>
  )
}

function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** To the sign-in page and back here; the outbox keeps what is unsent meanwhile. */
export function SignInLink() {
  const t = useTranslations('saving')
  const back = typeof location === 'undefined' ? '/' : location.pathname
  return (
    <p>
      <a className={buttonLook('primary')} href={`/sign-in?next=${encodeURIComponent(back)}`}>
        {t('signIn')}
      </a>
    </p>
  )
}

export function ReloadButton() {
  const t = useTranslations('saving')
  return (
    <p>
      <Button kind="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </p>
  )
}

export function HomeLink({ label }: { label: string }) {
  return (
    <p>
      <Link className={buttonLook('secondary')} href="/">
        {label}
      </Link>
    </p>
  )
}
