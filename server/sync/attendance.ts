import type { Place } from '#domain/rights.ts'
import type { PlanStatus } from '#domain/wire.ts'
import type { Connection } from './connection.ts'
import type { SyncLimits } from './sync-limits.ts'

/** A connection and the plan it is at. */
export interface Visit {
  readonly connection: Connection
  readonly planId: string
  readonly place: Place
  /** Only listens: no document, no presence. */
  readonly isListener: boolean
  /** As its hello told. */
  readonly status: PlanStatus
  readonly epoch: number
}

/** Everyone who is connected to this node. */
export class Attendance {
  readonly #visits = new Set<Visit>()
  readonly #limits: SyncLimits

  constructor(limits: SyncLimits) {
    this.#limits = limits
  }

  get visits(): ReadonlySet<Visit> {
    return this.#visits
  }

  /** May one more come in from this person, to this plan, from this address? */
  hasPlaceFor(personId: string, planId: string, address: string): boolean {
    let ofPerson = 0
    let ofPlan = 0
    let ofAddress = 0
    for (const visit of this.#visits) {
      if (visit.connection.personId === personId) ofPerson += 1
      if (visit.planId === planId) ofPlan += 1
      if (visit.connection.guest.address === address) ofAddress += 1
    }
    return (
      ofPerson < this.#limits.connectionsPerPerson &&
      ofPlan < this.#limits.connectionsPerRoom &&
      ofAddress < this.#limits.connectionsPerAddress
    )
  }

  enter(visit: Visit): void {
    this.#visits.add(visit)
  }

  leave(visit: Visit): void {
    this.#visits.delete(visit)
  }

  planIds(): string[] {
    return [...new Set([...this.#visits].map((visit) => visit.planId))]
  }

  of(personId: string): Visit[] {
    return [...this.#visits].filter(({ connection }) => connection.personId === personId)
  }

  inBranches(branchIds: readonly string[]): Visit[] {
    return [...this.#visits].filter((visit) => branchIds.includes(visit.place.unitId))
  }
}
