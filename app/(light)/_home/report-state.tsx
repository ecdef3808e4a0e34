'use client'
import { useTranslations } from 'next-intl'
import { useAdviceOutbox } from '#app/_advice/use-advice.ts'

/** Has this person reported on a task: to the server, or on this phone and waiting? */
export function ReportState({ taskId, isReported }: { taskId: string; isReported: boolean }) {
  const t = useTranslations('light.live.report')
  const { picture } = useAdviceOutbox()
  const own = picture.acts.findLast(({ act }) => act.kind === 'report' && act.taskId === taskId)
  const isWaiting = own !== undefined && own.state !== 'sent'
  if (isWaiting) return <span className="font-medium text-reason text-sm">{t('waiting')}</span>
  return (
    <span className={isReported || own ? 'text-done text-sm' : 'font-medium text-accent text-sm'}>
      {isReported || own ? t('reported') : t('toReport')}
    </span>
  )
}
