/**
 * The wire: every number that both ends of the socket must agree on.
 * Frames 0 and 1 are those of y-protocols; ours start at 100. docs/protocol.md draws the exchange.
 */
export const frameType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  hello: 100,
  decided: 101,
  refused: 102,
  changed: 103,
  beat: 104,
} as const

/** Closing a socket. 4400 to 4499 are final for y-websocket; 1012 and 1013 come back later. */
export const closeCode = {
  goingAway: 1012,
  tryLater: 1013,
  signInAgain: 4401,
  noRight: 4403,
  noSuchPlan: 4404,
  brokeProtocol: 4409,
} as const

/** Bumped whenever an older browser could damage a newer document; an older one then goes read-only. */
export const schemaVersion = 1

/** Bytes, counts and milliseconds that both sides rely on. */
export const limits = {
  maxFrameBytes: 1_048_576,
  maxAwarenessBytes: 2_048,
  maxPlanBytes: 8_388_608,
  /** Of one late edit, which is what one connection is refused for coming too late. */
  maxLateEditBytes: 1_048_576,
  /** Late edits of one person that wait in one plan. */
  maxLateEdits: 20,
  beatEveryMs: 10_000,
  silenceMs: 30_000,
  gapsBeforeClose: 20,
  resyncAtMostEveryMs: 1_000,
} as const

/** What a person may do with one plan, weakest first. */
export const planRights = ['view', 'comment', 'edit', 'finalise'] as const
export type PlanRight = (typeof planRights)[number]

export const planStatuses = ['drafting', 'circulating', 'finalised'] as const
export type PlanStatus = (typeof planStatuses)[number]

/** Body of frame 100. */
export interface Hello {
  epoch: number
  right: PlanRight
  status: PlanStatus
  schema: number
}

/** Why a write frame was not taken. */
export const refusalReasons = ['finalised', 'readOnly', 'invalid', 'tooLarge'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Body of frame 102; `frame` counts this connection's write frames from 1. */
export interface Refused {
  frame: number
  reason: RefusalReason
  lateEditId?: string
}

/** Body of frame 103: read it again over HTTP. */
export interface Changed {
  what: 'roster' | 'comments' | 'notices' | 'status' | 'record'
  rev: number
}

/** May this right write the plan's document at all? */
export function mayWrite(right: PlanRight): boolean {
  return right === 'edit' || right === 'finalise'
}
