'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { useRereadPage } from '#app/_ui/use-reread-page.ts'
import { parseRoom } from '#domain/rooms.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { PlanRight, PlanStatus } from '#domain/wire.ts'
import { followCompositions } from './composition-hold.ts'
import { PlanStore, type ReadOnlyReason } from './plan-store.ts'
import { type Drag, presenceVerbs } from './presence.ts'

/** The live plan, as every screen of a month sees it. */
export interface PlanSession {
  /** Counts the documents; rises when one is replaced after a refusal. */
  generation: number
  doc: Y.Doc
  awareness: Awareness
  right: PlanRight
  canEdit: boolean
  status: PlanStatus
  me: { personId: string; name: string }
  month: string
  /** Read again when the server says that it changed. */
  roster: RosterView
  reloadRoster(): Promise<void>
  readOnlyBecause: null | ReadOnlyReason
  /** The server's plan has arrived; before, the document is empty and must not be shown. */
  isOpen: boolean
  setDrag(drag: Drag | null): void
  setOpen(place: string | null): void
  /** Calls when the server hints that the talk about this plan changed; returns the way to stop. */
  onComments(listener: () => void): () => void
  /** The same for what rows know about finalising it, its status among them. */
  onRecord(listener: () => void): () => void
}

const SessionContext = createContext<PlanSession | null>(null)
const StoreContext = createContext<PlanStore | null>(null)

interface PlanSessionProviderProps {
  room: string
  right: PlanRight
  status: PlanStatus
  me: { personId: string; name: string }
  roster: RosterView
  month: string
  children: ReactNode
}

/** Opens the plan's document for everything inside and keeps it joined to the server. Give it `key={room}`. */
export function PlanSessionProvider(props: PlanSessionProviderProps) {
  const { room, me, month } = props
  const { roster, reloadRoster } = useRoster(room, props.roster)
  const reread = useRereadPage()
  const comments = useListeners()
  const record = useListeners()
  const onRows = useRef<(what: string) => void>(() => undefined)
  onRows.current = (what) => {
    if (what === 'roster') void reloadRoster()
    if (what === 'status') reread()
    if (what === 'comments' || what === 'notices') comments.tell()
    if (what !== 'roster' && what !== 'notices') record.tell()
  }
  const [store] = useState(() => makeStore(props, (what) => onRows.current(what)))
  const view = useSyncExternalStore(store.subscribe, store.read, store.read)
  const { live } = view

  useEffect(() => {
    store.enter()
    const stopWatching = watchPage(store)
    return () => {
      stopWatching()
      store.leave()
    }
  }, [store])
  useEffect(() => followCompositions(document, live.hold), [live])

  const verbs = useMemo(() => presenceVerbs(live.awareness), [live])
  const session = useMemo<PlanSession>(
    () => ({
      generation: view.generation,
      doc: live.doc,
      awareness: live.awareness,
      right: view.right,
      canEdit: view.readOnlyBecause === null,
      status: view.status,
      me,
      month,
      roster,
      reloadRoster,
      onComments: comments.on,
      onRecord: record.on,
      readOnlyBecause: view.readOnlyBecause,
      isOpen: view.isOpen,
      ...verbs,
    }),
    [view, live, me, month, roster, reloadRoster, comments, record, verbs],
  )
  return (
    <StoreContext value={store}>
      <SessionContext value={session}>{props.children}</SessionContext>
    </StoreContext>
  )
}

export function usePlanSession(): PlanSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('usePlanSession outside of PlanSessionProvider')
  return session
}

/** The store behind the session; for the files beside this one. */
export function usePlanStore(): PlanStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('usePlanStore outside of PlanSessionProvider')
  return store
}

function makeStore(props: PlanSessionProviderProps, onRows: (what: string) => void): PlanStore {
  const { room, right, status, me } = props
  const isBrowser = typeof window !== 'undefined'
  const store = new PlanStore({
    room,
    right,
    status,
    personId: me.personId,
    url: isBrowser ? `${location.origin.replace(/^http/, 'ws')}/sync` : '',
    Socket: globalThis.WebSocket,
    now: Date.now,
    random: Math.random,
    onRows,
  })
  // Rendering on the server needs an empty document and nothing that ticks.
  if (!isBrowser) store.live.awareness.destroy()
  return store
}

/** Hints to try now rather than later, and the question before unsent work is left. */
function watchPage(store: PlanStore): () => void {
  const hint = () => {
    if (document.visibilityState === 'visible') store.live.hint()
  }
  const ask = (event: BeforeUnloadEvent) => {
    if (store.live.hasUnsaved()) event.preventDefault()
  }
  window.addEventListener('online', hint)
  document.addEventListener('visibilitychange', hint)
  window.addEventListener('beforeunload', ask)
  return () => {
    window.removeEventListener('online', hint)
    document.removeEventListener('visibilitychange', hint)
    window.removeEventListener('beforeunload', ask)
  }
}

function useListeners() {
  const [listeners] = useState(() => new Set<() => void>())
  return useMemo(
    () => ({
      on(listener: () => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      tell() {
        for (const listener of listeners) listener()
      },
    }),
    [listeners],
  )
}

function useRoster(room: string, first: RosterView) {
  const [roster, setRoster] = useState(first)
  const reloadRoster = useCallback(async () => {
    const { branchId } = parseRoom(room)
    const answer = await fetch(`/api/roster?branch=${branchId}`, { cache: 'no-store' })
    if (answer.ok) setRoster((await answer.json()) as RosterView)
  }, [room])
  return { roster, reloadRoster }
}
