import { useEffect, useRef } from 'react'
import { mayWrite } from '#domain/wire.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useSaving } from '../_session/use-saving.ts'
import { useUnsentChanges } from '../_session/use-unsent-changes.ts'
import type { DeskPlan } from './desk-link.ts'
import { sendAct } from './desk-link.ts'

/** Work that has been on its way for so long is told, in milliseconds; and so often is it tried again. */
const patienceMs = 4_000
const againMs = 20_000

/**
 * Tells the server how many changes this browser holds that did not arrive, so that whoever finalises knows of them;
 * and that it holds none any more. Over a line that carries nothing at all this cannot be told.
 */
export function useHoldUnsent(plan: DeskPlan): void {
  const { right } = usePlanSession()
  const state = useSaving()
  const { length } = useUnsentChanges(state)
  const isMine = mayWrite(right)
  const isSaved = state.kind === 'saved' || state.kind === 'merged'
  const isHeld = !(isSaved || state.kind === 'opening') && length > 0
  const latest = useRef({ plan, changes: 0 })
  latest.current = { plan, changes: isHeld ? length : 0 }
  useEffect(() => {
    if (!isMine || !isHeld) return
    const tell = () => void tellHeld(latest.current.plan, latest.current.changes)
    const first = setTimeout(tell, patienceMs)
    const again = setInterval(tell, againMs)
    window.addEventListener('online', tell)
    // The last word of a page that is closed, if anything still goes out.
    window.addEventListener('pagehide', tell)
    return () => {
      clearTimeout(first)
      clearInterval(again)
      window.removeEventListener('online', tell)
      window.removeEventListener('pagehide', tell)
    }
  }, [isMine, isHeld])
  useEffect(() => {
    if (!isMine || !isSaved || !wasTold(latest.current.plan)) return
    // Until it is heard: nobody else can take back that something is still to come from here.
    const tell = () => tellHeld(latest.current.plan, 0).then((isHeard) => isHeard && stop())
    const again = setInterval(() => void tell(), againMs)
    const stop = () => clearInterval(again)
    void tell()
    return stop
  }, [isMine, isSaved])
}

/** False when nobody knows whether the server heard it. */
async function tellHeld(plan: DeskPlan, changes: number): Promise<boolean> {
  // Before it is sent: an answer that is lost, or a page that closes meanwhile, must not hide that it was told.
  if (changes > 0) store()?.setItem(toldKey(plan), String(changes))
  const { kind } = await sendAct({ kind: 'holdUnsent', ...plan, device: deviceId(), changes })
  if (kind === 'noAnswer') return false
  if (changes === 0) store()?.removeItem(toldKey(plan))
  return true
}

const deviceKey = 'ban-viec.device'

/** Random, kept by this browser: tells two devices of one person apart and nothing else. */
function deviceId(): string {
  const known = store()?.getItem(deviceKey)
  if (known) return known
  const made = crypto.randomUUID()
  store()?.setItem(deviceKey, made)
  return made
}

function toldKey({ branchId, month }: DeskPlan): string {
  return `ban-viec.told.${branchId}.${month}`
}

function wasTold(plan: DeskPlan): boolean {
  return Boolean(store()?.getItem(toldKey(plan)))
}

/** A browser that keeps nothing says so by throwing. */
function store(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
