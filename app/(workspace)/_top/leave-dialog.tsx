'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Dialog, DialogClose } from '#app/_ui/dialog.tsx'

/** Asked before signing out while this browser holds changes that are not sent. */
export interface LeaveDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onLeave: () => void
}

export function LeaveDialog({ open, onOpenChange, onLeave }: LeaveDialogProps) {
  const t = useTranslations('shell.person')
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onLeave}>{t('signOutAnyway')}</Button>
          <DialogClose>
            <Button kind="primary">{t('stay')}</Button>
          </DialogClose>
        </>
      }
      onOpenChange={onOpenChange}
      open={open}
      title={t('unsentTitle')}
    >
      <p>{t('unsentText')}</p>
    </Dialog>
  )
}
