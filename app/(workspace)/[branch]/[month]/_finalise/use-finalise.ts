import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import { useConfirmedAct } from './use-confirmed-act.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

/**
 * The press that finalises. Asks for the password first where that is due. One content has one record id, however
 * often it is sent: an answer that was lost leads to the same record and never to a second one.
 */
export function useFinalise({ shown: { sha256 } }: FinaliseView) {
  const t = useTranslations('record.seal')
  const { run, dialog } = useConfirmedAct('finalise')
  const [isActing, setActing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sealed = useRef({ sha256: '', recordId: '' })

  async function press(): Promise<void> {
    if (sealed.current.sha256 !== sha256) sealed.current = { sha256, recordId: crypto.randomUUID() }
    setProblem(null)
    setActing(true)
    const outcome = await run({ kind: 'finalise', ...sealed.current })
    setActing(false)
    if (outcome === null) return
    if (outcome.kind === 'done') return announce(t('done'))
    setProblem(outcome.kind === 'noAnswer' ? t('noAnswer') : outcome.message)
  }
  return { isActing, problem, press: () => void press(), dialog }
}
