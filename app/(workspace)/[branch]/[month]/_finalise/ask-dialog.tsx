import { type FormEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog, type DialogProps } from '#app/_ui/dialog.tsx'
import { Field } from '#app/_ui/field.tsx'

interface AskDialogProps extends Pick<DialogProps, 'size' | 'children'> {
  words: { title: string; why: string; label: string; cancel: string; go: string; sending: string }
  hint?: string
  /** The control that is asked for; `field` leads back to it when something is wrong with what it holds. */
  control: (field: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>) => ReactNode
  /** Sends what was entered; answers what is wrong, null when nothing is. Closing is the caller's. */
  onSend: () => Promise<string | null>
  onClose: () => void
}

/** Asks for one thing, with the way on in its footer: Enter sends, what is wrong stands at the field. */
export function AskDialog(props: AskDialogProps) {
  const { words, hint, control, onSend, onClose } = props
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const form = useId()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    setFault(null)
    setSending(true)
    const wrong = await onSend()
    setSending(false)
    setFault(wrong)
    if (wrong !== null) field.current?.focus()
  }
  return (
    <Dialog
      description={words.why}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            disabledBecause={isSending ? words.sending : null}
            form={form}
            kind="primary"
            type="submit"
          >
            {words.go}
          </Button>
        </>
      }
      initialFocus={field}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      open
      size={props.size}
      title={words.title}
    >
      <form className="pb-2" id={form} onSubmit={(event) => void send(event)}>
        <Field error={fault} hint={hint} label={words.label}>
          {control(field)}
        </Field>
      </form>
      {props.children}
    </Dialog>
  )
}
