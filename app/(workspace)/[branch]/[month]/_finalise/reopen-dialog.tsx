import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextArea } from '#app/_ui/field.tsx'
import { announce } from '#app/_ui/live-region.tsx'
import { recordLimits } from '#domain/record/record-act.ts'
import type { RecordHead } from '#domain/record/record-desk.ts'
import { AskDialog } from './ask-dialog.tsx'
import { useConfirmedAct } from './use-confirmed-act.tsx'

/** Asks why the month is opened again; the words are printed with the next version. */
export function ReopenDialog({ record, onClose }: { record: RecordHead; onClose: () => void }) {
  const t = useTranslations('record.reopen')
  const { run, dialog } = useConfirmedAct('reopen')
  const [reason, setReason] = useState('')
  const send = async () => {
    if (reason.trim().length < recordLimits.fewestLetters) return t('empty')
    const outcome = await run({ kind: 'reopen', recordId: record.id, reason })
    if (outcome === null) return null
    if (outcome.kind !== 'done') return outcome.kind === 'refused' ? outcome.message : t('noAnswer')
    announce(t('done'))
    onClose()
    return null
  }
  return (
    <AskDialog
      control={(field) => (
        <TextArea
          maxLength={recordLimits.reason}
          onChange={(event) => setReason(event.target.value)}
          ref={field}
          rows={3}
          value={reason}
        />
      )}
      hint={t('reasonHint')}
      onClose={onClose}
      onSend={send}
      size="md"
      words={{
        title: t('title'),
        why: t('explain', { version: record.version, next: record.version + 1 }),
        label: t('reason'),
        cancel: t('cancel'),
        go: t('confirm'),
        sending: t('sending'),
      }}
    >
      {dialog}
    </AskDialog>
  )
}
