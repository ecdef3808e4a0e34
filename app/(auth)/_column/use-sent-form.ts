import { type FormEvent, useState, useTransition } from 'react'

/** The server did not answer: no network, or the server is away. */
export interface NoAnswer {
  ok: false
  code: 'noAnswer'
}

export interface SentForm<Answer> {
  answer: Answer | NoAnswer | null
  isSending: boolean
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

/**
 * Sends a form to an action and keeps what it answered, also that it did not answer at all. `after` runs with
 * the answer, when the form is still there. Without scripts the form's own `action` does the same.
 */
export function useSentForm<Answer>(
  send: (form: FormData) => Promise<Answer>,
  after: (answer: Answer | NoAnswer, form: HTMLFormElement) => void,
): SentForm<Answer> {
  const [answer, setAnswer] = useState<Answer | NoAnswer | null>(null)
  const [isSending, startSending] = useTransition()
  return {
    answer,
    isSending,
    onSubmit: (event) => {
      event.preventDefault()
      const form = event.currentTarget
      const { submitter } = event.nativeEvent as SubmitEvent
      if (isSending) return
      startSending(async () => {
        const given = await send(new FormData(form, submitter)).catch(
          (): NoAnswer => ({ ok: false, code: 'noAnswer' }),
        )
        setAnswer(given)
        after(given, form)
      })
    },
  }
}
