'use client'
import { Lock, LockOpen } from 'lucide-react'
import Link from 'next/link'
import { useParams, usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useDesk } from './use-desk.ts'
import { useWhenWords } from './use-when-words.ts'

/** On every screen of a month: that it is final and by whom, or that it was opened again and why. */
export function FrozenBanner() {
  const t = useTranslations('record.frozen')
  const when = useWhenWords()
  const { desk } = useDesk()
  const [record] = desk?.records ?? []
  const isFinal = desk?.status === 'finalised'
  const words =
    record && isFinal ? t('final', { name: record.by.name, when: when(record.at) }) : null
  useSayWhenFrozen(desk === null ? undefined : words)
  const isThere = usePathname().endsWith('/finalise')
  if (!record || isThere) return null
  if (isFinal) {
    return (
      <Banner icon={<Lock aria-hidden="true" />} link={t('papers')}>
        <b>{words}</b> <span className="text-ink-2">{t('readOnly')}</span>
      </Banner>
    )
  }
  const { reopened } = record
  return (
    <Banner icon={<LockOpen aria-hidden="true" />} link={t('versions')}>
      <b>
        {reopened
          ? t('reopened', { name: reopened.by.name, when: when(reopened.at) })
          : t('reopenedPlain')}
      </b>{' '}
      {reopened ? <span className="text-ink-2">“{reopened.reason}”</span> : null}
    </Banner>
  )
}

function Banner({ icon, link, children }: { icon: ReactNode; link: string; children: ReactNode }) {
  const { branch } = useParams<{ branch: string }>()
  const { month } = usePlanSession()
  return (
    <div className="flex shrink-0 items-center gap-2.5 border-line border-b bg-accent-soft px-4 py-1.5 text-sm [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-accent-ink">
      {icon}
      <p className="min-w-0 flex-1">{children}</p>
      <Link
        className="inline-flex min-h-hit-sm shrink-0 items-center font-medium text-accent-ink underline underline-offset-3"
        href={`/${branch}/${month}/finalise`}
      >
        {link}
      </Link>
    </div>
  )
}

/** Reads it out to whoever was here when it happened; `words` are undefined until anything is known. */
function useSayWhenFrozen(words: string | null | undefined): void {
  const before = useRef(words)
  useEffect(() => {
    if (words && before.current === null) announce(words)
    before.current = words
  }, [words])
}
