import { useLocale, useTranslations } from 'next-intl'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { showToast } from '#app/_ui/toast.tsx'
import { carryOutChange, takeBackChange } from '#domain/commands/carry-out-change.ts'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import { usePlanSession, usePlanStore } from '../_session/plan-session.tsx'
import { doAtOnce } from './do-at-once.ts'
import { standingWords } from './standing-words.ts'
import { verdictNow } from './use-verdict.ts'

export interface Settle {
  accept: (thread: ShownThread) => Promise<void>
  takeBack: (thread: ShownThread) => void
  decline: (thread: ShownThread) => void
  withdraw: (thread: ShownThread) => void
  reopen: (thread: ShownThread) => void
}

/**
 * Settling proposals. Accepting asks the server first, where one of two editors wins, and only then runs the
 * command (SPEC Q32); so it needs the network, and what could not be carried out is opened again.
 */
export function useSettle(): Settle {
  const t = useTranslations('advice.settle')
  const language = useLocale()
  const { store } = useAdvice()
  const session = usePlanSession()
  const { undo } = usePlanStore().live
  const refuse = (text: string) => showToast({ id: 'settle', tone: 'block', text })
  const put = (threadId: string, state: 'open' | 'declined' | 'withdrawn') =>
    void store.do({ kind: 'settle', threadId, state })
  const latest = (thread: ShownThread) =>
    store.read().threads.find(({ id }) => id === thread.id) ?? thread

  /** Runs a command of its own step in undo; says whether it was done. */
  function run(thread: ShownThread, command: typeof carryOutChange): boolean {
    const change = thread.proposal?.change
    if (!change) return false
    const spot = standingWords(session.doc, thread)?.spot ?? null
    try {
      undo.stopCapturing()
      command(session.doc, { change, newTaskId: thread.id, spot })
      undo.stopCapturing()
      return true
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      refuse(errorText(error.code, language, error.details))
      return false
    }
  }

  function takeBack(thread: ShownThread): void {
    if (verdictNow(session, thread)?.kind === 'done' && !run(thread, takeBackChange)) return
    put(thread.id, 'open')
  }

  async function accept(thread: ShownThread): Promise<void> {
    if (verdictNow(session, thread)?.kind === 'moved') return refuse(t('moved'))
    const id = crypto.randomUUID()
    const claim = await doAtOnce({ kind: 'settle', id, threadId: thread.id, state: 'accepted' })
    void store.refresh()
    if (!claim.isDone) return refuse(claim.message ?? t('noAnswer'))
    const verdict = verdictNow(session, thread)?.kind
    const isDone = verdict === 'done' || (verdict === 'fits' && run(thread, carryOutChange))
    if (!isDone) {
      if (verdict === 'moved') refuse(t('moved'))
      return put(thread.id, 'open')
    }
    showToast({
      id: 'settle',
      text: t('accepted', { name: thread.author.name }),
      action: { label: t('undo'), run: () => takeBack(latest(thread)) },
    })
  }

  return {
    accept,
    takeBack,
    decline: ({ id }) => put(id, 'declined'),
    withdraw: ({ id }) => put(id, 'withdrawn'),
    reopen: ({ id }) => put(id, 'open'),
  }
}
