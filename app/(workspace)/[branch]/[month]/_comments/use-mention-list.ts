import { useLayoutEffect, useRef, useState } from 'react'
import type { AdvicePerson } from '#domain/advice/advice-view.ts'
import {
  type MentionTyped,
  mentionAt,
  mentionable,
  writeMention,
} from '#domain/advice/mention-text.ts'

const mostShown = 8

interface MentionListOptions {
  value: string
  people: readonly AdvicePerson[]
  onChange: (text: string) => void
  onPick: (person: AdvicePerson) => void
}

/** The list of people under an @: which stand in it, which is marked, and what the keys do. */
export function useMentionList({ value, people, onChange, onPick }: MentionListOptions) {
  const [typed, setTyped] = useState<MentionTyped | null>(null)
  const [active, setActive] = useState(0)
  const field = useRef<HTMLTextAreaElement | null>(null)
  const caret = useRef<number | null>(null)
  const options = typed ? mentionable(people, typed.query).slice(0, mostShown) : []
  const isOpen = options.length > 0

  useLayoutEffect(() => {
    if (caret.current === null || value === '') return
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [value])

  const close = () => setTyped(null)
  const pick = (person: AdvicePerson) => {
    if (!typed) return
    const written = writeMention(value, typed, person.name)
    caret.current = written.caret
    onPick(person)
    onChange(written.text)
    close()
  }
  return {
    isOpen,
    options,
    active: Math.min(active, options.length - 1),
    close,
    pick,
    follow(target: HTMLTextAreaElement) {
      field.current = target
      const next = mentionAt(target.value, target.selectionStart, people)
      if (next?.query !== typed?.query) setActive(0)
      setTyped(next)
    },
    /** Whether the key was the list's. */
    onKey(key: string): boolean {
      if (!isOpen) return false
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      if (step !== 0) {
        setActive((active + step + options.length) % options.length)
        return true
      }
      const marked = options[Math.min(active, options.length - 1)]
      if ((key === 'Enter' || key === 'Tab') && marked) {
        pick(marked)
        return true
      }
      if (key === 'Escape') close()
      return key === 'Escape'
    },
  }
}
