'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Popover } from '#app/_ui/popover.tsx'
import { showToast } from '#app/_ui/toast.tsx'
import { type PlanState, StateChip } from '../../../_branches/state-chip.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Where the month stands, what that means, and for those who write it the step between drafting and asking. */
export function StateMenu({ state }: { state: PlanState }) {
  const t = useTranslations('record.state')
  const { canEdit, isOpen } = usePlanSession()
  const { desk, act } = useDesk()
  const [isShown, setShown] = useState(false)
  if (!isOpen || desk === null || state === 'notOpened') return <StateChip state={state} />
  const isAsking = state === 'circulating'
  const change = async () => {
    setShown(false)
    const outcome = await act({ kind: 'circulate', on: !isAsking })
    if (outcome.kind === 'done') return
    const text = outcome.kind === 'refused' ? outcome.message : t('noAnswer')
    showToast({ text, tone: 'block', id: 'circulate' })
  }
  return (
    <Popover
      label={t('title')}
      onOpenChange={setShown}
      open={isShown}
      title={t('title')}
      trigger={
        <button
          className="inline-flex min-h-hit items-center rounded-full hover:brightness-95"
          type="button"
        >
          <StateChip state={state} />
        </button>
      }
    >
      <div className="grid max-w-80 gap-2.5">
        <p className="text-ink-2">{t(state)}</p>
        {canEdit && state !== 'finalised' ? (
          <Button className="justify-self-start" onClick={() => void change()}>
            {t(isAsking ? 'stopAsking' : 'ask')}
          </Button>
        ) : null}
      </div>
    </Popover>
  )
}
