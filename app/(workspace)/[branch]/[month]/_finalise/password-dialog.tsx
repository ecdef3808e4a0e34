import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { Field, Input } from '#app/_ui/field.tsx'
import { confirmPassword } from '../_record/desk-link.ts'

interface PasswordDialogProps {
  onConfirmed: () => void
  onClose: () => void
}

/** Asks for the password once more: a screen that was left open finalises nothing. */
export function PasswordDialog({ onConfirmed, onClose }: PasswordDialogProps) {
  const t = useTranslations('record.password')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const form = useId()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const outcome = await confirmPassword(password)
    setSending(false)
    if (outcome.kind === 'done') return onConfirmed()
    setFault(outcome.kind === 'refused' ? outcome.message : t('noAnswer'))
    setPassword('')
    field.current?.focus()
  }
  return (
    <Dialog
      description={t('why')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            disabledBecause={isSending ? t('sending') : null}
            form={form}
            kind="primary"
            type="submit"
          >
            {t('go')}
          </Button>
        </>
      }
      initialFocus={field}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      open
      title={t('title')}
    >
      <form className="pb-2" id={form} onSubmit={(event) => void send(event)}>
        <Field error={fault} label={t('label')}>
          <Input
            autoComplete="current-password"
            onChange={(event) => setPassword(event.currentTarget.value)}
            ref={field}
            type="password"
            value={password}
          />
        </Field>
      </form>
    </Dialog>
  )
}
