'use client'
import { useTranslations } from 'next-intl'
import type { ShownReport } from '#app/_advice/lay-unsent.ts'
import { Icon } from '../_parts/icon.tsx'
import { whenOf } from '../_parts/when-of.ts'
import { SendingMark } from '../_talk/sending-mark.tsx'

/** What a member reported, and whether the committee took it. */
export function ReportLine({ report }: { report: ShownReport }) {
  const t = useTranslations('light.live.report')
  const { outcome, figure, reason, next, taken, sending } = report
  return (
    <div className="rounded-lg border border-line bg-raised px-3.5 py-3">
      <p className="flex items-start gap-2">
        <Icon
          className={outcome === 'done' ? 'mt-0.5 text-done' : 'mt-0.5 text-ink-3'}
          name={outcome === 'done' ? 'done' : 'flag'}
        />
        <span>
          <b>{t(`outcomes.${outcome}`)}</b>
          {figure && <span className="num"> {`${figure.done}/${figure.of}`}</span>}
          {reason && `, ${t(`reasons.${reason}`)}`}
          {next && `; ${t('nextShort')}: ${t(`steps.${next}`)}`}
        </span>
      </p>
      <p className="pl-6.5 text-ink-2 text-sm">
        {sending ? (
          <SendingMark sending={sending} />
        ) : taken ? (
          t('taken', { name: taken.by.name })
        ) : (
          t('sentAt', { when: whenOf(report.at) })
        )}
      </p>
    </div>
  )
}
