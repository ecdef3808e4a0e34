import type { Grant } from '#domain/rights.ts'
import { planRight } from '#domain/rights.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { mayWrite } from '#domain/wire.ts'

interface MemoryPerson {
  name: string
  isDisabled: boolean
  mustChangePassword: boolean
  /** Role by unit. */
  roles: Map<string, RoleName>
}

interface MemorySession {
  personId: string
  expiresAt: number
  isEnded: boolean
}

/** A session that holds, and whose it is. */
export interface HoldingSession {
  sessionId: string
  personId: string
  name: string
  expiresAt: Date
  grants: Grant[]
}

/**
 * People, roles and sessions in memory. Whatever takes a right to write away is told with the units that it
 * concerns, as the database's triggers do (`0002_append`).
 */
export class MemoryPeople {
  readonly #people = new Map<string, MemoryPerson>()
  readonly #sessions = new Map<string, MemorySession>()
  readonly #now: () => number
  #changes = 0
  readonly #onRights: (personId: string, unitIds: readonly string[]) => void

  constructor(
    now: () => number,
    onRights: (personId: string, unitIds: readonly string[]) => void = () => undefined,
  ) {
    this.#now = now
    this.#onRights = (personId, unitIds) => {
      this.#changes += 1
      onRights(personId, unitIds)
    }
  }

  /** How often what somebody may do has changed. */
  get changes(): number {
    return this.#changes
  }

  add(personId: string, name: string): void {
    const person = { name, isDisabled: false, mustChangePassword: false, roles: new Map() }
    this.#people.set(personId, person)
  }

  /** Gives a role in a unit, makes it another, or takes it away with null. */
  setRole(personId: string, unitId: string, role: RoleName | null): void {
    const { roles } = this.#person(personId)
    const before = roles.get(unitId)
    if (role === null) roles.delete(unitId)
    else roles.set(unitId, role)
    const concerns = (before && writes(before)) || (role !== null && writes(role))
    this.#onRights(personId, concerns ? [unitId] : [])
  }

  setDisabled(personId: string, isDisabled: boolean): void {
    const person = this.#person(personId)
    if (person.isDisabled === isDisabled) return
    person.isDisabled = isDisabled
    this.#tell(personId)
  }

  setMustChangePassword(personId: string, must: boolean): void {
    const person = this.#person(personId)
    if (person.mustChangePassword === must) return
    person.mustChangePassword = must
    this.#tell(personId)
  }

  beginSession(sessionId: string, personId: string, expiresAt: number): void {
    this.#sessions.set(sessionId, { personId, expiresAt, isEnded: false })
  }

  endSession(sessionId: string): void {
    const session = this.#sessions.get(sessionId)
    if (!session || session.isEnded) return
    session.isEnded = true
    this.#tell(session.personId)
  }

  setExpiry(sessionId: string, expiresAt: number): void {
    const session = this.#sessions.get(sessionId)
    if (!session) return
    const isEarlier = expiresAt < session.expiresAt
    session.expiresAt = expiresAt
    if (isEarlier) this.#tell(session.personId)
  }

  nameOf(personId: string): string {
    return this.#person(personId).name
  }

  roleOf(personId: string, unitId: string): RoleName | null {
    return this.#person(personId).roles.get(unitId) ?? null
  }

  /** Null for a session that is over, or whose person may do nothing at all. */
  holding(sessionId: string): HoldingSession | null {
    const session = this.#sessions.get(sessionId)
    const person = session && this.#people.get(session.personId)
    if (!session || !person || session.isEnded || session.expiresAt <= this.#now()) return null
    if (person.isDisabled || person.mustChangePassword) return null
    return {
      sessionId,
      personId: session.personId,
      name: person.name,
      expiresAt: new Date(session.expiresAt),
      grants: [...person.roles].map(([unitId, role]) => ({ unitId, role })),
    }
  }

  #tell(personId: string): void {
    const roles = [...this.#person(personId).roles]
    this.#onRights(
      personId,
      roles.filter(([, role]) => writes(role)).map(([unitId]) => unitId),
    )
  }

  #person(personId: string): MemoryPerson {
    const person = this.#people.get(personId)
    if (!person) throw new Error(`memory: no person ${personId}`)
    return person
  }
}

function writes(role: RoleName): boolean {
  const right = planRight([{ role, unitId: '' }], { unitId: '', above: [] })
  return right !== null && mayWrite(right)
}
