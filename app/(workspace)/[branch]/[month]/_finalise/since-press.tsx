import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { countByName } from '#domain/record/changer.ts'
import { contentChanges } from '#domain/record/content-changes.ts'
import type { ShownContent } from '../_record/use-content.ts'
import { SinceList } from './since-list.tsx'
import { useAttributed } from './use-attributed.ts'
import type { PressedContent } from './use-finalise.ts'

interface SincePressProps {
  pressed: PressedContent
  shown: ShownContent
}

/** The press came to nothing because others wrote meanwhile: who changed what since, as it goes on. */
export function SincePress({ pressed, shown }: SincePressProps) {
  const t = useTranslations('record.seal')
  const since = useMemo(() => contentChanges(pressed.content, shown.content), [pressed, shown])
  const told = useAttributed(since.changes, pressed.seq, true)
  const people = countByName(told)
  const isSame = pressed.sha256 === shown.sha256
  return (
    <section aria-label={t('sinceLabel')} className="grid gap-1 rounded-md bg-reason-soft p-2.5">
      <p className="flex items-start gap-1.5 font-medium text-reason text-sm" role="status">
        <NoticeIcon className="mt-0.5" level="reason" size="sm" />
        <span>
          {isSame ? t('sinceComing') : t('since', { count: since.changes.length })}{' '}
          {people.map(([name, count]) => t('sinceBy', { name, count })).join(', ')}
        </span>
      </p>
      <div className="max-h-36 overflow-y-auto">
        <SinceList changes={told} roster={since.roster} />
      </div>
      {isSame ? null : <p className="text-ink-2 text-sm">{t('sinceThen')}</p>}
    </section>
  )
}
