'use client'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useLookAgain } from '#app/_ui/use-look-again.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useSaving } from '../_session/use-saving.ts'
import { DeskStore } from './desk-store.ts'
import { DeskContext } from './use-desk.ts'
import { useHoldUnsent } from './use-hold-unsent.ts'

/** Should a hint ever get lost, the desk is as old as this at the most, in milliseconds. */
const pollMs = 30_000

interface DeskProviderProps {
  branchId: string
  mayReopen: boolean
  children: ReactNode
}

/** The desk of this plan for everything inside; stands inside `PlanSessionProvider`. */
export function DeskProvider({ branchId, mayReopen, children }: DeskProviderProps) {
  const { month, onRecord, isOpen } = usePlanSession()
  const [store] = useState(() => new DeskStore({ branchId, month }))
  const { kind } = useSaving()
  useHoldUnsent(store.plan)
  const isConnected = kind !== 'offline' && kind !== 'reconnecting' && kind !== 'closed'
  useEffect(() => {
    // Hints are lost while nobody listens; and a month that nobody opened before has no desk until it is open here.
    if (isOpen && isConnected) void store.refresh()
  }, [store, isOpen, isConnected])
  useEffect(() => onRecord(() => void store.refresh()), [store, onRecord])
  useLookAgain(() => void store.refresh(), pollMs)
  const here = useMemo(() => ({ store, mayReopen }), [store, mayReopen])
  return <DeskContext value={here}>{children}</DeskContext>
}
