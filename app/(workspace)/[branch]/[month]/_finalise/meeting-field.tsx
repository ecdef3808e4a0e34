import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { fieldLook } from '#app/_ui/popup-look.ts'
import { showToast } from '#app/_ui/toast.tsx'
import { HeldCell } from '../_plan/held-cell.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

type MeetingKey = 'heldOn' | 'documentNumber' | 'present' | 'voters' | 'inFavour'

interface MeetingFieldProps {
  field: MeetingKey
  /** What everybody sees. */
  shown: string
  /** What is kept of the typed text: null empties, undefined is not understood. */
  parse: (typed: string) => string | number | null | undefined
  /** The number that stands behind a slash. */
  of?: number | undefined
  hint?: string
  /** What to write instead of what is not understood, where not everything is. */
  form?: string
  isOptional?: boolean
  isWrong?: boolean
  maxLength?: number
  className: string
}

/** How long the typing rests before the others are told, in milliseconds. */
const restMs = 600

/** One field of the meeting: what is typed here is kept when the typing rests or the field is left. */
export function MeetingField(props: MeetingFieldProps) {
  const {
    field,
    shown,
    of,
    hint,
    form,
    isOptional = false,
    isWrong = false,
    maxLength = 12,
  } = props
  const t = useTranslations('record.meeting')
  const { canEdit, setOpen } = usePlanSession()
  const { typed, type, keep, isBad } = useTyped(props)
  const id = useId()
  const place = `meeting:${field}`
  return (
    <div className={classNames('grid min-w-0 gap-0.75', props.className)}>
      <label className="truncate text-ink-2 text-sm" htmlFor={id} title={t(field)}>
        {t(field)}
        {isOptional ? <span className="text-ink-3"> ({t('optional')})</span> : null}
      </label>
      <HeldCell place={place}>
        <span className="flex items-center gap-1.5">
          <input
            aria-describedby={isBad ? `${id}-form` : hint ? `${id}-hint` : undefined}
            aria-invalid={isBad || isWrong}
            autoComplete="off"
            className={classNames(
              fieldLook,
              'num',
              (isBad || isWrong) && 'border-block',
              !canEdit && 'bg-sunken',
            )}
            id={id}
            inputMode={field === 'documentNumber' ? 'text' : 'numeric'}
            maxLength={maxLength}
            onBlur={() => {
              setOpen(null)
              keep()
            }}
            onChange={(event) => type(event.target.value)}
            onFocus={() => canEdit && setOpen(place)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep()
            }}
            placeholder={hint}
            readOnly={!canEdit}
            value={typed ?? shown}
          />
          {of === undefined ? null : <span className="num shrink-0 text-ink-2">/{of}</span>}
        </span>
      </HeldCell>
      {isBad ? (
        <span className="text-block text-sm leading-tight" id={`${id}-form`} role="alert">
          {form}
        </span>
      ) : null}
      {hint ? (
        <span className="sr-only" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** What is being typed, until it is kept; then what everybody sees. */
function useTyped({ field, shown, parse }: MeetingFieldProps) {
  const t = useTranslations('record')
  const { act, hold, fault } = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  /** Kept by the server, and not seen yet as it stands there. */
  const [written, setWritten] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const isTyped = typed !== null
  useEffect(() => {
    hold(field, isTyped)
    return () => hold(field, false)
  }, [hold, field, isTyped])
  useEffect(() => {
    if (written === null || fault !== null) return
    setWritten(null)
    // Whoever typed on meanwhile is not interrupted.
    setTyped((now) => (now === written ? null : now))
  }, [written, fault])
  const value = typed === null ? undefined : parse(typed.trim())
  const isBad = typed !== null && value === undefined
  const latest = useRef({ typed, value })
  latest.current = { typed, value }
  const keep = () => {
    clearTimeout(timer.current)
    const sent = latest.current
    if (sent.typed === null || sent.value === undefined) return
    if (sent.typed === shown) return setTyped(null)
    void act({ kind: 'meeting', [field]: sent.value }).then((outcome) => {
      if (outcome.kind === 'done') return setWritten(sent.typed)
      const text = outcome.kind === 'refused' ? outcome.message : t('meeting.noAnswer')
      showToast({ text, tone: 'block', id: 'meeting' })
    })
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, restMs)
  }
  return { typed, type, keep, isBad }
}
