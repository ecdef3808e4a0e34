import type { Clock } from '../log/clock.ts'
import type { Connection } from './connection.ts'
import { awarenessFrame } from './frames.ts'
import { Presence } from './presence.ts'

/** The presence of one room and when it is told: what changes within a moment goes out as one message. */
export class PresenceTurn {
  readonly #presence: Presence<Connection>
  readonly #connections: ReadonlySet<Connection>
  readonly #clock: Clock
  readonly #everyMs: number
  #isDue = false

  constructor(
    connections: ReadonlySet<Connection>,
    owners: ReadonlyMap<number, string | null>,
    clock: Clock,
    everyMs: number,
  ) {
    this.#presence = new Presence(
      () => clock.now(),
      ({ personId }, clientId) => owners.has(clientId) && owners.get(clientId) !== personId,
    )
    this.#connections = connections
    this.#clock = clock
    this.#everyMs = everyMs
  }

  /** Gives the newcomer's person a colour, in the order of coming. */
  join(connection: Connection): void {
    this.#presence.colourOf(connection.personId)
  }

  /** Is this client id at work on the screen of someone else? */
  isHeldByAnother(connection: Connection, clientId: number): boolean {
    const holder = this.#presence.personAt(clientId)
    return holder !== null && holder !== connection.personId
  }

  /** False when the message is no awareness message. */
  receive(from: Connection, message: Uint8Array): boolean {
    const isSound = this.#presence.receive(from, message)
    this.#schedule()
    return isSound
  }

  leave(connection: Connection): void {
    const others = [...this.#connections].filter((other) => other !== connection)
    const isLast = others.every((other) => other.personId !== connection.personId)
    this.#presence.leave(connection, isLast)
    this.#schedule()
  }

  /** Tells one connection about everyone else. */
  tell(connection: Connection): void {
    const present = this.#presence.encodeAll(connection)
    if (present) connection.send(awarenessFrame(present))
  }

  /** The same, asked for once more: only to a socket that has drained. */
  remind(connection: Connection): void {
    const present = this.#presence.encodeAll(connection)
    if (present) connection.showPresence(awarenessFrame(present))
  }

  #schedule(): void {
    if (this.#isDue || !this.#presence.hasChanges) return
    this.#isDue = true
    this.#clock.after(this.#everyMs, () => {
      this.#isDue = false
      const changes = this.#presence.takeChanges()
      if (!changes) return
      const frame = awarenessFrame(changes)
      for (const connection of this.#connections) connection.showPresence(frame)
    })
  }
}
