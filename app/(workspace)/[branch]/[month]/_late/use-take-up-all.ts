import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { showToast } from '#app/_ui/toast.tsx'
import { useRereadPage } from '#app/_ui/use-reread-page.ts'
import { formatMonth } from '#app/_words/format-month.ts'
import { errorText } from '#domain/error-texts.ts'
import { lateStanding } from '#domain/late/late-standing.ts'
import { isWaiting, type LateEditView } from '#domain/late/late-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { isTakeable, type TakenTogether, takeUpAll } from './take-up-all.ts'
import { useLatePlan } from './use-late-plan.ts'
import { useNoteVerdict } from './use-note-verdict.ts'
import { useSettleLate } from './use-settle-late.ts'

/** Taking up together what the plan here can of one late edit (SPEC F107). */
export function useTakeUpAll({ id, items }: LateEditView, of: string) {
  const t = useTranslations('late')
  const language = useLocale()
  const reread = useRereadPage()
  const { roster, month } = usePlanSession()
  const view = usePlanView()
  const plan = useLatePlan(of)
  const noteVerdict = useNoteVerdict(id)
  const { takeBack } = useSettleLate(id, of)
  const [tried, setTried] = useState<number | null>(null)
  const [refused, setRefused] = useState<TakenTogether['refused']>(new Map())
  const ground = { view, roster, month, lateMonth: of }
  const takeable = items.filter((item) =>
    isTakeable(item, lateStanding(item.change, ground).kind),
  ).length

  async function takeAll(): Promise<void> {
    if (tried !== null) return
    setTried(0)
    const together = await takeUpAll(items, { plan, noteVerdict, onStep: setTried })
    setTried(null)
    setRefused(together.refused)
    reread()
    tell(together)
  }

  function tell({ taken, isCutShort }: TakenTogether): void {
    const inside = formatMonth(month, language, 'inside')
    const left = items.filter(isWaiting).length - taken.length
    const text = [
      t('tookUpAll', { count: taken.length, month: inside }),
      ...(isCutShort ? [t('cutShort')] : left > 0 ? [t('leftOver', { count: left })] : []),
    ].join(' ')
    const undo = { label: t('undo'), run: () => void takeAllBack(taken) }
    showToast({
      id: 'late',
      text,
      tone: isCutShort ? 'block' : 'plain',
      action: taken.length > 0 ? undo : undefined,
    })
  }

  /** The last one first. */
  async function takeAllBack(taken: TakenTogether['taken']): Promise<void> {
    for (const { item, didRun } of taken.toReversed()) {
      if (!(await takeBack(item, didRun))) return
    }
  }

  const refusal = (key: string): string | null => {
    const why = refused.get(key)
    if (why === undefined) return null
    return typeof why === 'string' ? why : errorText(why.code, language, why.details)
  }
  return { takeable, tried, takeAll, refusal }
}
