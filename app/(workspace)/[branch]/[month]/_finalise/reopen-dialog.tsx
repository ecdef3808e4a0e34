import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { Field } from '#app/_ui/field.tsx'
import { announce } from '#app/_ui/live-region.tsx'
import { fieldLook } from '#app/_ui/popup-look.ts'
import { recordLimits } from '#domain/record/record-act.ts'
import type { RecordHead } from '#domain/record/record-desk.ts'
import { useDesk } from '../_record/use-desk.ts'

/** Shorter is no reason. */
const shortest = 3

/** Asks why the month is opened again; the words are printed with the next version. */
export function ReopenDialog({ record, onClose }: { record: RecordHead; onClose: () => void }) {
  const t = useTranslations('record.reopen')
  const { act } = useDesk()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useId()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < shortest) {
      setFault(t('empty'))
      field.current?.focus()
      return
    }
    setSending(true)
    const outcome = await act({ kind: 'reopen', recordId: record.id, reason })
    setSending(false)
    if (outcome.kind === 'done') {
      announce(t('done'))
      return onClose()
    }
    setFault(outcome.kind === 'refused' ? outcome.message : t('noAnswer'))
  }
  return (
    <Dialog
      description={t('explain', { version: record.version, next: record.version + 1 })}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            disabledBecause={isSending ? t('sending') : null}
            form={form}
            kind="primary"
            type="submit"
          >
            {t('confirm')}
          </Button>
        </>
      }
      initialFocus={field}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      open
      size="md"
      title={t('title')}
    >
      <form className="pb-2" id={form} onSubmit={(event) => void send(event)}>
        <Field error={fault} hint={t('reasonHint')} label={t('reason')}>
          <textarea
            aria-label={t('reason')}
            className={`${fieldLook} py-2`}
            maxLength={recordLimits.reason}
            onChange={(event) => setReason(event.target.value)}
            ref={field}
            rows={3}
            value={reason}
          />
        </Field>
      </form>
    </Dialog>
  )
}
