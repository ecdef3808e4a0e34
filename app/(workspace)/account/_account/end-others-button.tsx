'use client'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { type EndedAnswer, endOthers } from '../actions.ts'

/** Signs the other devices out and says how many there were. Not there when there is none. */
export function EndOthersButton({ others }: { others: number }) {
  const t = useTranslations('auth.account')
  const why = useTranslations('auth.refused')
  const [answer, setAnswer] = useState<EndedAnswer | { ok: false; code: 'noAnswer' } | null>(null)
  const [isSending, startSending] = useTransition()
  const send = () =>
    startSending(async () =>
      setAnswer(await endOthers().catch(() => ({ ok: false as const, code: 'noAnswer' as const }))),
    )
  return (
    <div className="grid justify-items-start gap-3">
      {others === 0 && !answer && <p className="text-ink-2">{t('noOthers')}</p>}
      {others > 0 && (
        <Button aria-busy={isSending} icon={<LogOut aria-hidden="true" />} onClick={send}>
          {t('endOthers')}
        </Button>
      )}
      {answer?.ok && <Notice level="done" live title={t('othersEnded', { count: answer.count })} />}
      {answer && !answer.ok && (
        <Notice
          level="reason"
          live
          title={why(answer.code === 'noAnswer' ? 'noAnswer' : 'signInRequired')}
        />
      )}
    </div>
  )
}
