import type { PlanView, Target } from './plan-view.ts'
import { targetKey } from './target.ts'

/** What happened to one member's places while somebody was away. */
export interface MergedMove {
  memberId: string
  /** Where the member was when the connection broke. */
  before: readonly Target[]
  /** Where this person had put the member. */
  mine: readonly Target[]
  /** Where the member is now, on every screen. */
  now: readonly Target[]
  /** `theirs`: only others moved the member. `both`: this person did too, and it came out otherwise. */
  by: 'theirs' | 'both'
}

/**
 * Compares the plan before this person went away, as they left it, and as it is after everything met. Lists
 * the members whose places are not what this person last saw; moves that simply arrived are not listed.
 */
export function mergedMoves(before: PlanView, mine: PlanView, now: PlanView): MergedMove[] {
  const was = placesByMember(before)
  const left = placesByMember(mine)
  const is = placesByMember(now)
  const memberIds = [...new Set([...left.keys(), ...is.keys()])].sort()
  return memberIds.flatMap((memberId): MergedMove[] => {
    const own = left.get(memberId) ?? []
    const current = is.get(memberId) ?? []
    if (isSame(own, current)) return []
    const old = was.get(memberId) ?? []
    return [
      { memberId, before: old, mine: own, now: current, by: isSame(old, own) ? 'theirs' : 'both' },
    ]
  })
}

function placesByMember(plan: PlanView): Map<string, Target[]> {
  const places = new Map<string, Target[]>()
  for (const { memberId, target } of plan.assignments) {
    places.set(memberId, [...(places.get(memberId) ?? []), target])
  }
  return places
}

function isSame(a: readonly Target[], b: readonly Target[]): boolean {
  const keys = new Set(a.map(targetKey))
  return a.length === b.length && b.every((target) => keys.has(targetKey(target)))
}
