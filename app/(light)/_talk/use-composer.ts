'use client'
import { useEffect, useRef, useState } from 'react'
import type { ShownComment } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePlace, Passage } from '#domain/advice/advice-place.ts'
import type { AdvicePerson } from '#domain/advice/advice-view.ts'
import {
  type MentionTyped,
  mentionAt,
  mentionable,
  mentionsIn,
  writeMention,
} from '#domain/advice/mention-text.ts'

const mostSuggested = 6

/** Where the next words go: a thread of their own, an answer, or another wording of one's own comment. */
export type Aim =
  | { kind: 'new'; place: AdvicePlace }
  /** The words are to stand in the passage's place. */
  | { kind: 'replace'; passage: Passage }
  | { kind: 'reply'; threadId: string; name: string }
  | { kind: 'edit'; comment: ShownComment }

export interface Composer {
  text: string
  setText: (text: string) => void
  aim: Aim
  setAim: (aim: Aim) => void
  /** People whose name begins like what stands behind the last @. */
  suggested: readonly AdvicePerson[]
  mention: (person: AdvicePerson) => void
  canSend: boolean
  send: () => void
}

/** What is being written. It stays in this tab until it is sent, also when the page is left. */
export function useComposer(draftKey: string, begin: Aim): Composer {
  const { advice, store } = useAdvice()
  const [text, show] = useState('')
  const [aim, setAim] = useState<Aim>(begin)
  const picked = useRef(new Set<string>())
  useEffect(() => {
    const kept = readDraft(draftKey)
    if (kept !== '') show(kept)
  }, [draftKey])
  const setText = (next: string) => {
    show(next)
    keepDraft(draftKey, next)
  }
  const send = () => {
    const body = text.trim().slice(0, adviceLimits.body)
    if (!isWhole(aim, body)) return
    const mentions = mentionsIn(body, advice.people, picked.current)
      .map(({ personId }) => personId)
      .slice(0, adviceLimits.mentions)
    if (aim.kind === 'edit') store.do({ kind: 'edit', commentId: aim.comment.id, body, mentions })
    if (aim.kind === 'reply') store.do({ kind: 'reply', threadId: aim.threadId, body, mentions })
    const threadId = crypto.randomUUID()
    if (aim.kind === 'replace') {
      const change = { kind: 'replaceText' as const, passage: aim.passage, text: body }
      store.do({ kind: 'begin', threadId, place: aim.passage, body: '', mentions: [], change })
    }
    if (aim.kind === 'new') {
      store.do({ kind: 'begin', threadId, place: aim.place, body, mentions, change: null })
    }
    setText('')
    setAim(begin)
  }
  const typed = mentionAt(text, text.length, advice.people)
  const suggested = typed ? unwritten(typed, mentionable(advice.people, typed.query)) : []
  const mention = ({ personId, name }: AdvicePerson) => {
    if (!typed) return
    picked.current.add(personId)
    setText(writeMention(text, typed, name).text)
  }
  const canSend = isWhole(aim, text.trim())
  return { text, setText, aim, setAim, suggested, mention, canSend, send }
}

/** Words there must be; only where they replace others may there be none, and then not the same ones. */
function isWhole(aim: Aim, body: string): boolean {
  return aim.kind === 'replace' ? body !== aim.passage.quote : body !== ''
}

/** Nobody once a whole name stands there. */
function unwritten({ query }: MentionTyped, like: readonly AdvicePerson[]): AdvicePerson[] {
  return like.some(({ name }) => query.startsWith(name)) ? [] : like.slice(0, mostSuggested)
}

function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(`advice ${key}`) ?? ''
  } catch {
    return ''
  }
}

function keepDraft(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(`advice ${key}`)
    else sessionStorage.setItem(`advice ${key}`, text)
  } catch {
    // A browser that keeps nothing: then the words live as long as the page.
  }
}
