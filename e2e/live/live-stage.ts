// People at the real browser side of a plan, in Node: the session's own code over real sockets.
import WebSocket from 'ws'
import { LivePlan } from '#app/(workspace)/[branch]/[month]/_session/live-plan.ts'
import type { PlanStoreOptions } from '#app/(workspace)/[branch]/[month]/_session/plan-store.ts'
import {
  type SavingState,
  savingState,
} from '#app/(workspace)/[branch]/[month]/_session/saving-state.ts'
import type { SignedIn } from '#server/sync/testing/sync-stage.ts'

interface Server {
  /** ws://… up to and without the room. */
  url: string
  origin: string
}

/** The browser's WebSocket as far as a session needs it, with the cookie of somebody who signed in. */
export function socketOf(server: Server, person: SignedIn): typeof globalThis.WebSocket {
  class SignedInSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie: person.cookie, origin: server.origin } })
    }
  }
  return SignedInSocket as unknown as typeof globalThis.WebSocket
}

export function planOptions(server: Server, room: string, person: SignedIn): PlanStoreOptions {
  return {
    room,
    personId: person.personId,
    url: server.url,
    Socket: socketOf(server, person),
    now: Date.now,
    random: Math.random,
    right: 'finalise',
    status: 'drafting',
    onRows: () => undefined,
  }
}

/** Opens a plan as one tab would. */
export function openLivePlan(server: Server, room: string, person: SignedIn): LivePlan {
  const live = new LivePlan(planOptions(server, room, person), {
    changed: () => undefined,
    contested: () => undefined,
    rows: () => undefined,
    refused: () => undefined,
  })
  live.enter()
  return live
}

export function savingOf(live: LivePlan): SavingState {
  return savingState({ ...live.facts(), refused: null }, Date.now())
}
