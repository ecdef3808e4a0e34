import type { ReasonClass } from '#domain/vocabulary.ts'
import type { Carried } from './assign-drag.tsx'
import type { Place } from './place.ts'

/** The one thing that lies over the board, if any. */
export type BoardDialog =
  | { kind: 'choosePlace'; carried: Carried; becauseByField: boolean }
  | { kind: 'chooseMember'; place: Place }
  | { kind: 'despiteReason'; carried: Carried; place: Place }
  | { kind: 'reason'; memberId: string; preset: ReasonClass | null }
  | { kind: 'place'; place: Place }
  | { kind: 'member'; memberId: string }
