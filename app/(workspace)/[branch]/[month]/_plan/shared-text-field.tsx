import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { mergeText, movedCaret } from './merge-text.ts'

interface SharedTextFieldProps {
  /** What the document said when the screen was last drawn. */
  value: string
  /** What it says at this very moment: a colleague's letters may be in it that are not drawn yet. */
  read: () => string
  onEdit: (text: string) => void
  label: string
  placeholder?: string
  maxLength: number
  className?: string
  id?: string
  onFocus?: () => void
  onBlur?: () => void
  /** Enter, when no input method is composing. */
  onEnter?: () => void
}

/**
 * A one-paragraph text that several people may write at once. Every keystroke goes to the document; what others
 * write comes in around the caret. While an input method composes, the field is left alone and the two
 * versions are merged when it ends.
 */
export function SharedTextField(props: SharedTextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const base = useRef(props.value)
  const composing = useRef(false)

  useLayoutEffect(() => {
    const element = field.current
    if (!element || composing.current) return
    takeIn(element, props.value)
    base.current = props.value
  }, [props.value])

  const send = (element: HTMLTextAreaElement) => {
    const merged = mergeText(base.current, element.value, props.read()).replace(/\s*\n\s*/g, ' ')
    takeIn(element, merged)
    base.current = merged
    props.onEdit(merged)
  }

  return (
    <textarea
      aria-label={props.label}
      className={`shared-text ${props.className ?? ''}`}
      data-live-editor=""
      defaultValue={props.value}
      id={props.id}
      lang="vi"
      maxLength={props.maxLength}
      onBlur={props.onBlur}
      onCompositionEnd={(event) => {
        composing.current = false
        send(event.currentTarget)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onFocus={props.onFocus}
      onInput={(event) => {
        if (!composing.current) send(event.currentTarget)
      }}
      onKeyDown={(event) => {
        if (!isPlainEnter(event)) return
        event.preventDefault()
        props.onEnter?.()
      }}
      placeholder={props.placeholder}
      ref={field}
      rows={1}
      spellCheck={false}
    />
  )
}

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229
}

/** Puts a text into the field without losing the writer's place in it. */
function takeIn(element: HTMLTextAreaElement, text: string): void {
  if (element.value === text) return
  const { value, selectionStart, selectionEnd } = element
  element.value = text
  if (document.activeElement !== element) return
  element.setSelectionRange(
    movedCaret(value, text, selectionStart),
    movedCaret(value, text, selectionEnd),
  )
}
