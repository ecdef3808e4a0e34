import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { announce } from '#app/_ui/live-region.tsx'
import type { ShownContent } from '../_record/use-content.ts'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useConfirmedAct } from './use-confirmed-act.tsx'
import type { FinaliseView } from './use-finalise-view.ts'

/** A content that somebody wanted to make final. */
export interface PressedContent extends ShownContent {
  /** The plan's last row when this screen and the server were last seen to have the same; null when never. */
  seq: number | null
}

/**
 * The press that finalises. Asks for the password first where that is due. One content has one record id, however
 * often it is sent: an answer that was lost leads to the same record and never to a second one. `overtaken` is the
 * content that was pressed when others had changed it by then.
 */
export function useFinalise({ shown }: FinaliseView) {
  const t = useTranslations('record.seal')
  const { desk } = useDesk()
  const { reloadRoster } = usePlanSession()
  const { run, dialog } = useConfirmedAct('finalise')
  const [isActing, setActing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [overtaken, setOvertaken] = useState<PressedContent | null>(null)
  const sealed = useRef({ sha256: '', recordId: '' })
  const agreed = useRef<number | null>(null)
  if (desk?.contentSha256 === shown.sha256) agreed.current = desk.seq

  async function press(): Promise<void> {
    const { sha256 } = shown
    const pressed = { ...shown, seq: agreed.current }
    if (sealed.current.sha256 !== sha256) sealed.current = { sha256, recordId: crypto.randomUUID() }
    setProblem(null)
    setActing(true)
    const outcome = await run({ kind: 'finalise', ...sealed.current })
    setActing(false)
    if (outcome === null) return
    if (outcome.kind === 'done') return announce(t('done'))
    const isOvertaken = outcome.kind === 'refused' && outcome.code === 'contentChanged'
    setOvertaken(isOvertaken ? pressed : null)
    // Others' writing comes by itself; should the lists be what changed, a hint that was lost is made up for.
    if (isOvertaken) return void reloadRoster()
    setProblem(outcome.kind === 'noAnswer' ? t('noAnswer') : outcome.message)
  }
  return { isActing, problem, overtaken, press: () => void press(), dialog }
}
