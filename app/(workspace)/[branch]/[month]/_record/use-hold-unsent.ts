import { useEffect, useRef, useState } from 'react'
import { mayWrite } from '#domain/wire.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useSaving } from '../_session/use-saving.ts'
import { useUnsentChanges } from '../_session/use-unsent-changes.ts'
import { type DeskPlan, sendAct } from './desk-link.ts'
import { HeldTeller, type ToldStore } from './held-teller.ts'

/** Work that has been on its way for so long is told, in milliseconds; and so often is it tried again. */
const patienceMs = 4_000
const againMs = 20_000

/**
 * Tells the server how many changes this browser holds that did not arrive, so that whoever finalises knows of them; and
 * that it holds none any more. A page that is hidden or closed may never run again and says it at once, unless they are
 * on their way as always. Over a line that carries nothing at all this cannot be told (SPEC F39, F108).
 */
export function useHoldUnsent(plan: DeskPlan): void {
  const { right } = usePlanSession()
  const state = useSaving()
  const { length } = useUnsentChanges(state)
  const [teller] = useState(() => tellerOf(plan))
  const isMine = mayWrite(right)
  const isSaved = state.kind === 'saved' || state.kind === 'merged'
  const isHeld = !(isSaved || state.kind === 'opening') && length > 0
  const isOnItsWay = state.kind === 'sending' && !state.isSlow
  const latest = useRef({ changes: 0, isOnItsWay })
  latest.current = { changes: isHeld ? length : 0, isOnItsWay }
  useEffect(() => {
    if (!isMine || !isHeld) return
    const tell = () => {
      const { changes } = latest.current
      if (changes > 0) void teller.hold(changes)
    }
    const tellLast = () => {
      if (!latest.current.isOnItsWay) tell()
    }
    const tellWhenHidden = () => {
      if (document.visibilityState === 'hidden') tellLast()
    }
    const first = setTimeout(tell, patienceMs)
    const again = setInterval(tell, againMs)
    window.addEventListener('online', tell)
    // On a phone this is the last that a page is sure to hear; some browsers close a page without it.
    document.addEventListener('visibilitychange', tellWhenHidden)
    window.addEventListener('pagehide', tellLast)
    return () => {
      clearTimeout(first)
      clearInterval(again)
      window.removeEventListener('online', tell)
      document.removeEventListener('visibilitychange', tellWhenHidden)
      window.removeEventListener('pagehide', tellLast)
    }
  }, [isMine, isHeld, teller])
  useEffect(() => {
    if (!isMine || !isSaved) return
    // Until it is heard: nobody else can take back that something is still to come from here.
    const release = () => teller.release().then((isHeard) => isHeard && stop())
    const again = setInterval(() => void release(), againMs)
    const stop = () => clearInterval(again)
    void release()
    return stop
  }, [isMine, isSaved, teller])
}

function tellerOf(plan: DeskPlan): HeldTeller {
  const kept = store()
  return new HeldTeller(plan, kept, (changes) =>
    sendAct({ kind: 'holdUnsent', ...plan, device: deviceId(kept), changes }),
  )
}

const deviceKey = 'ban-viec.device'
let deviceHere: string | null = null

/** Random, kept by this browser: tells two devices of one person apart and nothing else. */
function deviceId(kept: ToldStore | null): string {
  const device = kept?.getItem(deviceKey) ?? deviceHere ?? crypto.randomUUID()
  deviceHere = device
  kept?.setItem(deviceKey, device)
  return device
}

/** A browser that keeps nothing says so by throwing. */
function store(): ToldStore | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
