'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Popover } from '#app/_ui/popover.tsx'
import { type PlanState, StateChip } from '../../../_branches/state-chip.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { useToldAct } from '../_record/use-told-act.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** Where the month stands, what that means, and for those who write it the step between drafting and asking. */
export function StateMenu({ state }: { state: PlanState }) {
  const t = useTranslations('record.state')
  const { canEdit, isOpen } = usePlanSession()
  const { desk } = useDesk()
  const { run } = useToldAct('circulate', t('noAnswer'))
  const [isShown, setShown] = useState(false)
  if (!isOpen || desk === null || state === 'notOpened') return <StateChip state={state} />
  const isAsking = state === 'circulating'
  const change = () => {
    setShown(false)
    void run({ kind: 'circulate', on: !isAsking })
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
          <Button className="justify-self-start" onClick={change}>
            {t(isAsking ? 'stopAsking' : 'ask')}
          </Button>
        ) : null}
      </div>
    </Popover>
  )
}
