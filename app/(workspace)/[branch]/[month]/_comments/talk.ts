import { createContext, useContext } from 'react'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'

/** The panel of advice as its parts and the places of a plan see it. */
export interface Talk {
  /** May this person read and write comments here? */
  isMine: boolean
  isShown: boolean
  show: () => void
  hide: () => void
  /** What the next new thread will be about. */
  subject: AdvicePlace
  /** Shows the panel with the composer at a place. */
  write: (about: AdvicePlace) => void
  setSubject: (about: AdvicePlace) => void
  /** The thread that somebody was led to. */
  chosen: string | null
  /** Shows the panel with a thread in sight; null lets go. */
  choose: (threadId: string | null) => void
  /** Threads that stand out, with their marks, while somebody points at either. */
  lit: readonly string[]
  light: (threadIds: readonly string[]) => void
  /** Leads to a place on the page that has it. */
  seek: (place: AdvicePlace, threadId: string) => void
  /** Where somebody wants to be led; a page takes it with `taken` once it stands there. */
  sought: { place: AdvicePlace; threadId: string } | null
  taken: () => void
  /** Words that are being written and were not sent, by thread id or `new`; they outlive a closed panel. */
  drafts: Map<string, string>
}

/** Comments of open threads at one place, and the thread that a click leads to. */
export interface TalkAt {
  count: number
  threadId: string
}

export const TalkContext = createContext<Talk | null>(null)
export const TalkCountsContext = createContext<ReadonlyMap<string, TalkAt>>(new Map())

export function useTalk(): Talk {
  const talk = useContext(TalkContext)
  if (!talk) throw new Error('useTalk outside of TalkProvider')
  return talk
}
