import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { announce } from '#app/_ui/live-region.tsx'
import { fieldLook } from '#app/_ui/popup-look.ts'
import type { Check } from '#domain/record/check.ts'
import { recordLimits } from '#domain/record/record-act.ts'
import { useDesk } from '../_record/use-desk.ts'

interface JustifyFormProps {
  check: Check
  isNext: boolean
  onTyping: () => void
  onDone: () => void
}

/** Words why something stays as it is. They are about the work and are printed with the record. */
export function JustifyForm({ check, isNext, onTyping, onDone }: JustifyFormProps) {
  const t = useTranslations('record.justify')
  const { act } = useDesk()
  const [words, setWords] = useState(check.justification ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [isAgain] = useState(check.justification !== null)
  useEffect(() => {
    if (isAgain) field.current?.focus()
  }, [isAgain])
  const write = (text: string) => {
    onTyping()
    setWords(text)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '' && !isAgain) {
      setFault(t('empty'))
      field.current?.focus()
      return
    }
    const outcome = await act({ kind: 'justify', checkKey: check.key, words })
    if (outcome.kind === 'done') {
      announce(t('kept'))
      onDone()
    } else setFault(outcome.kind === 'refused' ? outcome.message : t('noAnswer'))
  }
  return (
    <form
      className="col-span-2 col-start-2 mt-1.75 grid grid-cols-[minmax(0,1fr)] gap-1 max-sm:col-span-1"
      onSubmit={(event) => void send(event)}
    >
      <span className="flex items-center gap-2">
        <label className="whitespace-nowrap font-medium text-sm" htmlFor={id}>
          {t('label')}
        </label>
        <input
          aria-describedby={fault ? `${id}-fault` : undefined}
          aria-invalid={fault !== null}
          autoComplete="off"
          className={fieldLook}
          id={id}
          maxLength={recordLimits.words}
          onChange={(event) => write(event.target.value)}
          ref={field}
          value={words}
        />
        <Button kind={isNext ? 'primary' : 'secondary'} type="submit">
          {t('keep')}
        </Button>
      </span>
      {fault ? (
        <p className="text-block text-sm" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      ) : null}
      <Usual check={check} onChoose={write} />
    </form>
  )
}

/** What is usually said, to be taken with one press and changed before it is kept. */
function Usual({ check, onChoose }: { check: Check; onChoose: (words: string) => void }) {
  const t = useTranslations('record.usual')
  const { kind } = check
  if (kind !== 'openComments' && kind !== 'openProposals' && kind !== 'unsentChanges') return null
  return (
    <Button
      className="justify-self-start whitespace-normal! text-left text-accent"
      kind="quiet"
      onClick={() => onChoose(t(kind))}
      size="sm"
    >
      {t('take', { words: t(kind) })}
    </Button>
  )
}
