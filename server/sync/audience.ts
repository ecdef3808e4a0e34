import type { Connection } from './connection.ts'
import { step1Frame, updateFrame } from './frames.ts'
import type { Author } from './gate.ts'
import type { PlanCopy, SharedChange } from './plan-copy.ts'
import { PresenceTurn } from './presence-turn.ts'
import type { RoomSurroundings } from './room-surroundings.ts'

/** Everyone at one plan on this node: what each is told of its document, and who is where. */
export class Audience {
  readonly connections = new Set<Connection>()
  readonly presence: PresenceTurn
  readonly #copy: PlanCopy

  constructor(copy: PlanCopy, { clock, limits }: Pick<RoomSurroundings, 'clock' | 'limits'>) {
    this.#copy = copy
    this.presence = new PresenceTurn(this.connections, copy.owners, clock, limits.presenceEveryMs)
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    this.presence.join(connection)
    connection.send(step1Frame(this.#copy.stateVector()))
  }

  leave(connection: Connection): void {
    if (this.connections.delete(connection)) this.presence.leave(connection)
  }

  /** A connection as the gate sees it: a client id at work on somebody else's screen is not its own. */
  authorOf(connection: Connection): Author {
    return {
      personId: connection.personId,
      isHeldByAnother: (clientId) => this.presence.isHeldByAnother(connection, clientId),
    }
  }

  /** Answers a SyncStep1 with what its sender lacks, then with who is here. */
  answer(connection: Connection, vector: Uint8Array): void {
    for (const frame of this.#copy.framesAfter(vector)) connection.send(frame)
    connection.isSynced = true
    this.presence.tell(connection)
  }

  /** Sends what was committed to all but its author. */
  share(change: SharedChange, author: Connection | null): void {
    const frame = updateFrame(change.update)
    for (const connection of this.connections) {
      if (connection !== author) connection.share(frame, change.before)
    }
  }

  /** Brings sockets that were behind up to date. */
  relieve(): void {
    for (const connection of this.connections) connection.relieve(this.#copy.doc)
  }

  dismiss(code: number, reason: string): void {
    for (const connection of [...this.connections]) connection.close(code, reason)
  }
}
