import { closeCode, schemaVersion } from '#domain/wire.ts'
import { type Clock, pause } from '../log/clock.ts'
import type { Admission } from './admission.ts'
import type { Arrivals } from './arrivals.ts'
import type { Attendance, Visit } from './attendance.ts'
import { Connection } from './connection.ts'
import { helloFrame } from './frames.ts'
import { Inbound } from './inbound.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { Transport } from './transport.ts'

/** What a transport hands in: whatever arrives on it, and that it is gone. */
export interface Seat {
  receive(frame: Uint8Array): void
  /** Something came that is no binary message. */
  receiveText(): void
  ended(): void
}

export type Admitted = Extract<Admission, { kind: 'admitted' }>

export interface SeatingOptions {
  readonly rooms: Rooms
  readonly attendance: Attendance
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly arrivals: Arrivals
  report(what: string, error: unknown): void
}

/** Gives those who were let in their seat: a connection of their own, and the server's first words. */
export class Seating {
  readonly #options: SeatingOptions

  constructor(options: SeatingOptions) {
    this.#options = options
  }

  /** At a plan, to read and write. */
  atRoom(transport: Transport, admitted: Admitted, room: Room): Seat {
    const { clock, limits, rooms, report } = this.#options
    const connection = this.#greet(transport, admitted, {
      isListener: false,
      status: room.status,
      epoch: room.epoch,
      onEnd: () => rooms.leave(room, connection),
    })
    const inbound = new Inbound(connection, room, {
      clock,
      limits,
      arrivals: this.#options.arrivals,
      epoch: admitted.epoch,
      whenThereIsSpace: () => this.#whenThereIsSpace(),
      report,
    })
    clock.after(limits.handshakeMs, () => {
      if (!inbound.hasAsked) connection.close(closeCode.tryLater, 'handshake')
    })
    room.join(connection)
    return {
      receive: (frame) => inbound.receive(frame),
      receiveText: () => connection.close(closeCode.brokeProtocol, 'text'),
      ended: () => connection.ended(),
    }
  }

  /** Beside a plan, to be told of changes only. */
  asListener(transport: Transport, admitted: Admitted): Seat {
    const { status, epoch } = admitted.head
    const connection = this.#greet(transport, admitted, {
      isListener: true,
      status,
      epoch,
      onEnd: () => undefined,
    })
    const refuse = () => connection.close(closeCode.brokeProtocol, 'listener')
    return {
      receive: refuse,
      receiveText: refuse,
      ended: () => connection.ended(),
    }
  }

  #greet(
    transport: Transport,
    { guest, head, place }: Admitted,
    seat: Pick<Visit, 'isListener' | 'status' | 'epoch'> & { onEnd: () => void },
  ): Connection {
    const { clock, limits, attendance } = this.#options
    const connection = new Connection(guest, transport, clock, limits)
    const { isListener, status, epoch } = seat
    const visit = { connection, planId: head.planId, place, isListener, status, epoch }
    attendance.enter(visit)
    connection.onEnd = () => {
      attendance.leave(visit)
      seat.onEnd()
    }
    connection.send(helloFrame({ epoch, right: guest.right, status, schema: schemaVersion }))
    return connection
  }

  #whenThereIsSpace(): Promise<void> | null {
    const { rooms, limits } = this.#options
    return rooms.queuedBytes <= limits.nodeQueueBytes ? null : this.#untilThereIsSpace()
  }

  async #untilThereIsSpace(): Promise<void> {
    const { rooms, limits, clock } = this.#options
    while (rooms.queuedBytes > limits.nodeQueueBytes) await pause(clock, limits.busyRetryMs)
  }
}
