import type { PlanChange } from '../history/plan-change.ts'

/** Somebody who changed something of a plan, and which things, as `thingOf` calls them. */
export interface Changer {
  personId: string
  name: string
  things: string[]
}

/** What a change is about: a member's places, a task, one of the texts. The same whoever counts the change. */
export function thingOf(change: PlanChange): string {
  switch (change.kind) {
    case 'places':
      return `places:${change.memberId}`
    case 'task':
      return `task:${change.taskId}`
    case 'prose':
      return `prose:${change.part}`
    case 'begun':
      return 'begun'
  }
}

/** A change and who may have made it; several who were at the same thing, nobody when that is not known. */
export interface AttributedChange {
  change: PlanChange
  by: readonly string[]
}

/** Puts names to changes. */
export function attributed(
  changes: readonly PlanChange[],
  changers: readonly Changer[],
): AttributedChange[] {
  return changes.map((change) => {
    const thing = thingOf(change)
    const by = changers.filter(({ things }) => things.includes(thing)).map(({ name }) => name)
    return { change, by }
  })
}

/** How many of the changes each had part in, most first. */
export function countByName(changes: readonly AttributedChange[]): [name: string, count: number][] {
  const counts = new Map<string, number>()
  for (const name of changes.flatMap(({ by }) => by)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)
}
