import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { fieldLook, popupLook } from '#app/_ui/popup-look.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePerson } from '#domain/advice/advice-view.ts'
import { useMentionList } from './use-mention-list.ts'

interface MentionFieldProps {
  /** Takes the caret as soon as it is there: a person asked to write. */
  takesFocus?: boolean | undefined
  label: string
  value: string
  onChange: (text: string) => void
  onPick: (person: AdvicePerson) => void
  /** Ctrl-Enter or ⌘-Enter. */
  onSend: () => void
  onEscape?: (() => void) | undefined
  people: readonly AdvicePerson[]
  /** The list of people opens over the field instead of under it. */
  isAtBottom?: boolean | undefined
}

/** A field for a comment in which @ opens the list of people: type without diacritics, arrows, Enter. */
export function MentionField(props: MentionFieldProps) {
  const { label, value, isAtBottom = false, takesFocus = false } = props
  const listId = useId()
  const list = useMentionList(props)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  return (
    <div className="relative">
      <textarea
        aria-activedescendant={list.isOpen ? `${listId}-${list.active}` : undefined}
        aria-autocomplete="list"
        aria-controls={list.isOpen ? listId : undefined}
        aria-expanded={list.isOpen}
        aria-label={label}
        className={classNames(
          fieldLook,
          'block field-sizing-content max-h-52 min-h-hit resize-none py-1.5 leading-normal',
        )}
        dir="auto"
        lang="vi"
        maxLength={adviceLimits.body}
        onBlur={list.close}
        onChange={(event) => {
          props.onChange(event.target.value)
          list.follow(event.target)
        }}
        onKeyDown={(event) => onKey(event, list, props)}
        onSelect={(event) => list.follow(event.currentTarget)}
        placeholder={label}
        ref={field}
        role="combobox"
        rows={1}
        value={value}
      />
      {list.isOpen && (
        <div
          aria-label={label}
          className={classNames(
            popupLook,
            'absolute inset-x-0 z-20 max-h-56 overflow-y-auto p-1',
            isAtBottom ? 'bottom-full mb-1' : 'top-full mt-1',
          )}
          id={listId}
          role="listbox"
        >
          {list.options.map((person, index) => (
            <MentionOption
              id={`${listId}-${index}`}
              isActive={index === list.active}
              key={person.personId}
              onPick={() => list.pick(person)}
              person={person}
            />
          ))}
        </div>
      )}
    </div>
  )
}

function MentionOption(props: {
  id: string
  person: AdvicePerson
  isActive: boolean
  onPick: () => void
}) {
  const role = useTranslations('words.role')
  const { person } = props
  return (
    <div
      aria-selected={props.isActive}
      className={classNames(
        'flex min-h-hit cursor-pointer flex-wrap items-center gap-x-2 rounded-sm px-2.5 py-1 leading-tight',
        props.isActive && 'bg-sunken',
      )}
      id={props.id}
      onMouseDown={(event) => {
        // The field keeps the caret.
        event.preventDefault()
        props.onPick()
      }}
      role="option"
      tabIndex={-1}
    >
      <span className="flex-1">{person.name}</span>
      {person.role && <span className="text-ink-2 text-sm">{role(person.role)}</span>}
    </div>
  )
}

function onKey(
  event: KeyboardEvent<HTMLTextAreaElement>,
  list: ReturnType<typeof useMentionList>,
  { onSend, onEscape }: MentionFieldProps,
): void {
  // An input method owns its keys until the word is finished.
  if (event.nativeEvent.isComposing) return
  if (list.onKey(event.key)) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    onSend()
  }
  if (event.key === 'Escape' && onEscape) {
    event.stopPropagation()
    onEscape()
  }
}
