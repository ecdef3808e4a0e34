import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import { useDesk } from '../_record/use-desk.ts'
import type { FinaliseView } from './use-finalise-view.ts'

/**
 * The press that finalises. Asks for the password first where that is due. One content has one record id, however
 * often it is sent: an answer that was lost leads to the same record and never to a second one.
 */
export function useFinalise({ shown: { sha256 } }: FinaliseView) {
  const t = useTranslations('record.seal')
  const { desk, act } = useDesk()
  const [isActing, setActing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sealed = useRef({ sha256: '', recordId: '' })

  async function finalise(): Promise<void> {
    if (sealed.current.sha256 !== sha256) sealed.current = { sha256, recordId: crypto.randomUUID() }
    setProblem(null)
    setActing(true)
    const outcome = await act({ kind: 'finalise', ...sealed.current })
    setActing(false)
    if (outcome.kind === 'done') return announce(t('done'))
    if (outcome.kind === 'noAnswer') return setProblem(t('noAnswer'))
    if (outcome.code === 'confirmPassword') return setAsking(true)
    setProblem(outcome.message)
  }
  return {
    isActing,
    isAsking,
    problem,
    press() {
      const until = desk?.confirmedUntil ? Date.parse(desk.confirmedUntil) : 0
      if (until <= Date.now()) setAsking(true)
      else void finalise()
    },
    confirmed() {
      setAsking(false)
      void finalise()
    },
    cancel: () => setAsking(false),
  }
}
