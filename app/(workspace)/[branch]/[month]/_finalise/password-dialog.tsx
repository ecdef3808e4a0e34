import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Input } from '#app/_ui/field.tsx'
import { confirmPassword } from '../_record/desk-link.ts'
import { AskDialog } from './ask-dialog.tsx'

interface PasswordDialogProps {
  /** What the password is asked for. */
  before: 'finalise' | 'reopen'
  onConfirmed: () => void
  onClose: () => void
}

/** Asks for the password once more: a screen that was left open finalises nothing and opens nothing again. */
export function PasswordDialog({ before, onConfirmed, onClose }: PasswordDialogProps) {
  const t = useTranslations('record.password')
  const [password, setPassword] = useState('')
  const send = async () => {
    const outcome = await confirmPassword(password)
    if (outcome.kind === 'done') {
      onConfirmed()
      return null
    }
    setPassword('')
    return outcome.kind === 'refused' ? outcome.message : t('noAnswer')
  }
  return (
    <AskDialog
      control={(field) => (
        <Input
          autoComplete="current-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
          ref={field}
          type="password"
          value={password}
        />
      )}
      onClose={onClose}
      onSend={send}
      words={{
        title: t('title'),
        why: t(`why.${before}`),
        label: t('label'),
        cancel: t('cancel'),
        go: t(`go.${before}`),
        sending: t('sending'),
      }}
    />
  )
}
