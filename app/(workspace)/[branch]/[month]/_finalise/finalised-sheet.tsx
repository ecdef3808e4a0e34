import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { shortMonth } from '#app/_words/format-month.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { useWhenWords } from '../_record/use-when-words.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { ReopenButton } from './reopen-button.tsx'
import { VersionList } from './version-list.tsx'

/** A month that is final: by whom and when, its papers, every version that was, and the way to open it again. */
export function FinalisedSheet({ desk }: { desk: RecordDesk }) {
  const t = useTranslations('record.finalised')
  const when = useWhenWords()
  const { right, month } = usePlanSession()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Whoever pressed the button stood on something that is gone now.
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  const [record] = desk.records
  if (!record) return null
  return (
    <main className="mx-auto grid w-full max-w-190 content-start gap-5 px-4 py-6" id="content">
      <header className="grid gap-1">
        <h1 className="flex items-center gap-2 text-xl" ref={heading} tabIndex={-1}>
          <NoticeIcon level="done" />
          {t('title', { month: shortMonth(month) })}
        </h1>
        <p className="text-ink-2">
          {t('by', { name: record.by.name, when: when(record.at), version: record.version })}
        </p>
        <p className="text-ink-2">{t('means')}</p>
      </header>
      <VersionList records={desk.records} />
      {right === 'finalise' ? <ReopenButton record={record} /> : null}
    </main>
  )
}
