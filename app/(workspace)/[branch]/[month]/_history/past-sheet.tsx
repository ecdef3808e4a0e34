import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { formatDay, formatTime } from '#app/_words/format-day.ts'
import type { PastPlan } from '#domain/history/history-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { type HistoryPlace, historyAddress } from './history-address.ts'
import { PastBoard } from './past-board.tsx'
import { PastTasks } from './past-tasks.tsx'
import { PastTexts } from './past-texts.tsx'

/** The plan as it was once, to look at: who looked after whom, the tasks, the texts. */
export function PastSheet({ past, place }: { past: PastPlan | null; place: HistoryPlace }) {
  const t = useTranslations('history.then')
  const { roster, month } = usePlanSession()
  const back = historyAddress({ branchId: roster.branch.id, month }, { ...place, at: null })
  const close = (
    <Link className={buttonLook('secondary', 'sm')} href={back} scroll={false}>
      {t('close')}
    </Link>
  )
  if (past === null) {
    return (
      <div className="pt-3">
        <Notice action={close} level="note" title={t('gone')} />
      </div>
    )
  }
  const values = { time: formatTime(past.at), day: formatDay(past.at) }
  return (
    <section
      aria-label={t('title', values)}
      className="grid content-start gap-5 pt-3 pb-10 lg:min-h-0 lg:overflow-y-auto"
    >
      <Notice action={close} level="note" live title={t('title', values)}>
        {past.by === null ? t('byNobody') : t('by', { name: past.by })}
      </Notice>
      <PastBoard view={past.view} />
      <PastTasks tasks={past.view.tasks} />
      <PastTexts prose={past.prose} />
    </section>
  )
}
