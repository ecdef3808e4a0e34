import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { Field, Input } from '#app/_ui/field.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { formatDay } from '#app/_words/format-day.ts'
import { parseDay } from '#domain/days.ts'
import { type ReasonClass, reasonClasses } from '#domain/vocabulary.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { type MemberRow, nameOf } from './member-row.ts'
import { useSaveReason } from './use-save-reason.ts'

interface ReasonDialogProps {
  row: MemberRow
  preset: ReasonClass | null
  onClose: () => void
}

/** "Ghi lý do": one of four classes and a day until which it holds; never a word beyond that. */
export function ReasonDialog({ row, preset, onClose }: ReasonDialogProps) {
  const t = useTranslations('board.reason')
  const words = useTranslations('words.reason')
  const draft = useReasonDraft(row, preset, onClose)
  const { kind, typed, until, isBadDay, isTried } = draft

  return (
    <Dialog
      open
      title={t('title', { name: nameOf(row) })}
      description={row.targets.length > 0 ? t('stillInCharge') : t('explain')}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <>
          {row.member.reason && (
            <Button kind="quiet" className="mr-auto" onClick={() => void draft.send(null)}>
              {t('end')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabledBecause={draft.isSaving ? t('saving') : null}
            onClick={draft.trySend}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <RadioGroup
        legend={t('legend')}
        name="reason"
        value={kind}
        onChange={draft.setKind}
        options={reasonClasses.map((value) => ({
          value,
          label: capitalised(words(value)),
          hint: t(`hint.${value}`),
        }))}
      />
      {isTried && kind === null && (
        <p role="alert" className="pt-1 text-sm text-block">
          {t('chooseOne')}
        </p>
      )}
      <Field
        className="mt-3 max-w-90 pb-2"
        label={t('until')}
        optional
        hint={until && !isBadDay ? t('untilMeans', { day: formatDay(until) }) : t('untilHint')}
        error={isBadDay && isTried ? t('badDay') : null}
      >
        <Input
          autoComplete="off"
          inputMode="numeric"
          value={typed}
          onChange={(event) => draft.setTyped(event.target.value)}
          onBlur={draft.settleDay}
        />
      </Field>
    </Dialog>
  )
}

/** What is chosen and typed so far. */
function useReasonDraft(row: MemberRow, preset: ReasonClass | null, onSaved: () => void) {
  const { month } = usePlanSession()
  const save = useSaveReason()
  const old = row.member.reason
  const [kind, setKind] = useState<ReasonClass | null>(preset ?? old?.kind ?? null)
  const [typed, setTyped] = useState(old?.until ? formatDay(old.until) : '')
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const until = typed.trim() === '' ? null : parseDay(typed, month)
  const isBadDay = typed.trim() !== '' && until === null

  async function send(reason: MemberRow['member']['reason']): Promise<void> {
    setSaving(true)
    const isTaken = await save(row, reason)
    setSaving(false)
    if (isTaken) onSaved()
  }
  function trySend(): void {
    setTried(true)
    if (kind && !isBadDay) void send({ kind, until })
  }
  /** "31/3/27" becomes "31/03/2027" when the field is left; what is no day is said. */
  function settleDay(): void {
    if (until) setTyped(formatDay(until))
    else if (isBadDay) setTried(true)
  }
  return {
    kind,
    setKind,
    typed,
    setTyped,
    until,
    isBadDay,
    isTried,
    isSaving,
    send,
    trySend,
    settleDay,
  }
}

/** Words of a list stand inside sentences; as a choice of their own they begin with a capital. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
