'use client'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { leave } from '../../_top/actions.ts'
import { isSomethingUnsent } from '../../_top/is-something-unsent.ts'
import { LeaveDialog } from '../../_top/leave-dialog.tsx'

/** Signs this device out; asks first while it holds work that was not sent. */
export function SignOutButton({ personId }: { personId: string }) {
  const t = useTranslations('shell.person')
  const [isAsking, setAsking] = useState(false)
  const [isLeaving, startLeaving] = useTransition()
  const go = () => startLeaving(() => leave())
  const ask = () =>
    startLeaving(async () => {
      if (await isSomethingUnsent(personId)) setAsking(true)
      else await leave()
    })
  return (
    <>
      <Button aria-busy={isLeaving} icon={<LogOut aria-hidden="true" />} onClick={ask}>
        {t('signOut')}
      </Button>
      <LeaveDialog onLeave={go} onOpenChange={setAsking} open={isAsking} />
    </>
  )
}
