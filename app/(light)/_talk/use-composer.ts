'use client'
import { useEffect, useState } from 'react'
import type { ShownComment } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { AdvicePerson } from '#domain/advice/advice-view.ts'

/** Where the next words go: a thread of their own, an answer, or another wording of one's own comment. */
export type Aim =
  | { kind: 'new'; place: AdvicePlace }
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
  send: () => void
}

/** What is being written. It stays in this tab until it is sent, also when the page is left. */
export function useComposer(draftKey: string, begin: Aim): Composer {
  const { advice, store } = useAdvice()
  const [text, show] = useState('')
  const [aim, setAim] = useState<Aim>(begin)
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
    if (body === '') return
    const mentions = mentionsIn(body, advice.people)
    if (aim.kind === 'edit') store.do({ kind: 'edit', commentId: aim.comment.id, body, mentions })
    if (aim.kind === 'reply') store.do({ kind: 'reply', threadId: aim.threadId, body, mentions })
    if (aim.kind === 'new') {
      const threadId = crypto.randomUUID()
      store.do({ kind: 'begin', threadId, place: aim.place, body, mentions, change: null })
    }
    setText('')
    setAim(begin)
  }
  const typed = /(?:^|\s)@([^@\n]{0,30})$/u.exec(text)?.[1]
  const suggested = typed === undefined ? [] : peopleLike(typed, advice.people)
  const mention = (person: AdvicePerson) =>
    setText(`${text.slice(0, text.lastIndexOf('@'))}@${person.name} `)
  return { text, setText, aim, setAim, suggested, mention, send }
}

function peopleLike(typed: string, people: readonly AdvicePerson[]): AdvicePerson[] {
  const wanted = folded(typed)
  const like = people.filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`))
  const isWritten = like.some(({ name }) => typed.startsWith(`${name} `))
  return isWritten ? [] : like.slice(0, 6)
}

/** Everybody whose @name stands in the text. */
function mentionsIn(body: string, people: readonly AdvicePerson[]): string[] {
  const called = people.filter(({ name }) => body.includes(`@${name}`))
  return called.map(({ personId }) => personId).slice(0, adviceLimits.mentions)
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()
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
