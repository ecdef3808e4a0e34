import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { formatDay } from '#app/_words/format-day.ts'
import { type MemberRow, nameOf } from './member-row.ts'

interface DespiteReasonDialogProps {
  row: MemberRow
  placeName: string
  /** Assigns after all; `ends` when the reason no longer holds. */
  onAssign: (ends: boolean) => void
  onClose: () => void
}

/** Someone with a reason was dropped on a place: nothing happens until a person says what is meant. */
export function DespiteReasonDialog({
  row,
  placeName,
  onAssign,
  onClose,
}: DespiteReasonDialogProps) {
  const t = useTranslations('board.despite')
  const words = useTranslations('words.reason')
  const stay = useRef<HTMLButtonElement>(null)
  const [choice, setChoice] = useState<'end' | 'keep'>('end')
  const name = nameOf(row)
  const until = row.member.reason?.until
  const reason = row.reason ? words(row.reason) : ''
  return (
    <Dialog
      open
      title={t('title', { name, reason })}
      description={until ? t('until', { day: formatDay(until) }) : undefined}
      initialFocus={stay}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <>
          <Button onClick={() => onAssign(choice === 'end')}>
            {t('assign', { place: placeName })}
          </Button>
          <Button kind="primary" ref={stay} onClick={onClose}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <RadioGroup
        legend={t('legend', { place: placeName })}
        name="despite"
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'end', label: t('end'), hint: t('endHint') },
          { value: 'keep', label: t('keep'), hint: t('keepHint') },
        ]}
      />
    </Dialog>
  )
}
