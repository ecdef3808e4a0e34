import { useLocale, useTranslations } from 'next-intl'
import { showToast } from '#app/_ui/toast.tsx'
import { useRereadPage } from '#app/_ui/use-reread-page.ts'
import { formatMonth } from '#app/_words/format-month.ts'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import { inverseChange } from '#domain/late/inverse-change.ts'
import type { LateItem } from '#domain/late/late-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { isCarried } from './late-plan.ts'
import { takeUp } from './take-up.ts'
import { useLatePlan } from './use-late-plan.ts'
import { useNoteVerdict } from './use-note-verdict.ts'

/** Settling the things of one late edit of the month `of`, one by one; what comes of it is said in a toast (SPEC F74). */
export function useSettleLate(lateEditId: string, of: string) {
  const t = useTranslations('late')
  const language = useLocale()
  const reread = useRereadPage()
  const { month } = usePlanSession()
  const plan = useLatePlan(of)
  const note = useNoteVerdict(lateEditId)

  function refuse(why: string | DomainError): void {
    const text = why instanceof DomainError ? errorText(why.code, language, why.details) : why
    showToast({ id: 'late', tone: 'block', text })
  }

  async function post(...asked: Parameters<typeof note>): Promise<boolean> {
    const outcome = await note(...asked)
    // Also when nobody knows whether it was written: the page will say.
    reread()
    if (outcome.kind === 'done') return true
    refuse(outcome.kind === 'refused' ? outcome.message : t('noAnswer'))
    return false
  }

  async function take(item: LateItem): Promise<void> {
    const outcome = await takeUp(item, plan, note)
    reread()
    if (outcome.kind === 'refused') return refuse(outcome.why)
    if (outcome.kind !== 'takenUp') return refuse(t('noAnswer'))
    showToast({
      id: 'late',
      text: t('tookUp', { month: formatMonth(month, language, 'inside') }),
      action: { label: t('undo'), run: () => void takeBack(item, outcome.didRun) },
    })
  }

  /** Takes a verdict back, and with it what was taken up here as long as the plan still says so. False when it stays. */
  async function takeBack(item: LateItem, wasTakenUpHere = true): Promise<boolean> {
    const { change } = item
    const isThere = wasTakenUpHere && isCarried(change) && plan.standing(change) === 'done'
    const why = isThere ? plan.run(inverseChange(change)) : null
    if (why !== null) {
      refuse(why)
      return false
    }
    return post(item, null)
  }

  async function dismiss(item: LateItem, reason: string | null): Promise<boolean> {
    const isDone = await post(item, 'dismissed', reason)
    if (isDone) {
      showToast({
        id: 'late',
        text: t('dismissed'),
        action: { label: t('undo'), run: () => void takeBack(item, false) },
      })
    }
    return isDone
  }

  /** Once more, for what is noted as taken up and is not in the plan. False when it could not be carried out. */
  function again({ change }: LateItem): boolean {
    const why = isCarried(change) ? plan.run(change) : null
    if (why !== null) refuse(why)
    return why === null
  }

  return { takeUp: take, takeBack, dismiss, again }
}
