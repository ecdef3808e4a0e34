import { SendHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { AdvicePerson } from '#domain/advice/advice-view.ts'
import { mentionsIn } from '#domain/advice/mention-text.ts'
import { MentionField } from './mention-field.tsx'
import { useTalk } from './talk.ts'

interface CommentFormProps {
  /** Unsent words are kept under this key. */
  draftKey: string
  label: string
  people: readonly AdvicePerson[]
  /** What stands there at the beginning, of a comment that is edited. */
  first?: string | undefined
  /** May be sent without words: a proposal speaks for itself. */
  mayBeEmpty?: boolean | undefined
  sendLabel: string
  isAtBottom?: boolean | undefined
  takesFocus?: boolean | undefined
  onSend: (body: string, mentions: string[]) => void
  onCancel?: (() => void) | undefined
}

/** Where a comment is written: the field, sending it, giving it up. */
export function CommentForm(props: CommentFormProps) {
  const { draftKey, people, onSend, onCancel, mayBeEmpty = false } = props
  const t = useTranslations('advice.write')
  const { drafts } = useTalk()
  const [text, setText] = useState(drafts.get(draftKey) ?? props.first ?? '')
  const picked = useRef(new Set<string>())
  const isEmpty = text.trim() === '' && !mayBeEmpty
  const change = (next: string) => {
    drafts.set(draftKey, next)
    setText(next)
  }
  const forget = () => {
    drafts.delete(draftKey)
    picked.current.clear()
    setText('')
  }
  const send = () => {
    if (isEmpty) return
    const body = text.trim()
    onSend(
      body,
      mentionsIn(body, people, picked.current).map(({ personId }) => personId),
    )
    forget()
  }
  const cancel =
    onCancel &&
    (() => {
      forget()
      onCancel()
    })
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <MentionField
            takesFocus={props.takesFocus}
            isAtBottom={props.isAtBottom}
            label={props.label}
            onChange={change}
            onEscape={cancel}
            onPick={({ personId }) => picked.current.add(personId)}
            onSend={send}
            people={people}
            value={text}
          />
        </div>
        {!onCancel && (
          <IconButton
            className="border-line-strong bg-raised"
            disabledBecause={isEmpty ? t('nothingYet') : null}
            icon={<SendHorizontal aria-hidden="true" />}
            label={props.sendLabel}
            type="submit"
          />
        )}
      </div>
      {onCancel && (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" size="sm" type="submit">
            {props.sendLabel}
          </Button>
          <Button kind="quiet" onClick={cancel} size="sm">
            {t('cancel')}
          </Button>
        </div>
      )}
    </form>
  )
}
