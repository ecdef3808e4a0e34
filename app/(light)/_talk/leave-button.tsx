'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { forgetWhatWasRead } from '#app/_advice/act-shelf.ts'
import { buttonLook } from '#app/_ui/button.tsx'
import { leave } from '#app/(workspace)/_top/actions.ts'
import { isSomethingUnsent } from '#app/(workspace)/_top/is-something-unsent.ts'

/** Signs this phone out; asks first while it holds words that were not sent. */
export function LeaveButton({ personId }: { personId: string }) {
  const t = useTranslations('light.live.leave')
  const [isAsking, setAsking] = useState(false)
  const [isLeaving, startLeaving] = useTransition()
  const go = () =>
    startLeaving(async () => {
      await forgetWhatWasRead()
      await leave()
    })
  const ask = () =>
    startLeaving(async () => {
      if (await isSomethingUnsent(personId)) setAsking(true)
      else go()
    })
  if (!isAsking) {
    return (
      <button
        aria-busy={isLeaving}
        className={`${buttonLook()} min-h-11 w-full`}
        onClick={ask}
        type="button"
      >
        {t('leave')}
      </button>
    )
  }
  return (
    <div
      className="grid gap-3 rounded-lg border border-reason-line bg-reason-soft p-4"
      role="alert"
    >
      <p>
        <b>{t('unsentTitle')}</b>
      </p>
      <p className="text-base">{t('unsentText')}</p>
      <div className="flex flex-wrap gap-2">
        <button
          className={`${buttonLook('primary')} min-h-11`}
          onClick={() => setAsking(false)}
          type="button"
        >
          {t('stay')}
        </button>
        <button
          aria-busy={isLeaving}
          className={`${buttonLook()} min-h-11`}
          onClick={go}
          type="button"
        >
          {t('leaveAnyway')}
        </button>
      </div>
    </div>
  )
}
