import { isDeepStrictEqual } from 'node:util'
import { closeCode, schemaVersion } from '#domain/wire.ts'
import { type Clock, pause } from '../log/clock.ts'
import type { Admission } from './admission.ts'
import type { Arrivals } from './arrivals.ts'
import type { Attendance, Visit } from './attendance.ts'
import { Connection } from './connection.ts'
import { helloFrame } from './frames.ts'
import { Inbound, type InboundSurroundings } from './inbound.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { Seat } from './seat.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { Transport } from './transport.ts'

export type Admitted = Extract<Admission, { kind: 'admitted' }>

export interface SeatingOptions {
  readonly rooms: Rooms
  readonly attendance: Attendance
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly arrivals: Arrivals
  note(line: string): void
  report(what: string, error: unknown): void
}

/** Gives those who were let in their seat: a connection of their own, and the server's first words. */
export class Seating {
  readonly #options: SeatingOptions
  readonly #around: InboundSurroundings

  constructor(options: SeatingOptions) {
    const { clock, limits, arrivals, report, note } = options
    this.#options = options
    const whenThereIsSpace = () => this.#whenThereIsSpace()
    this.#around = { clock, limits, arrivals, whenThereIsSpace, report, note }
  }

  /** At a plan, to read and write. */
  atRoom(transport: Transport, admitted: Admitted, room: Room): Seat {
    const { clock, limits, rooms, attendance } = this.#options
    const { planId, status, epoch } = room
    // Everyone at a plan holds one copy of what they have in common.
    const place = isDeepStrictEqual(room.place, admitted.place) ? room.place : admitted.place
    const connection = this.#connect(transport, admitted)
    const visit = { connection, planId, place, isListener: false, status, epoch }
    connection.onEnd = () => {
      attendance.leave(visit)
      rooms.leave(room, connection)
    }
    this.#greet(visit)
    const inbound = new Inbound(connection, room, admitted.epoch, this.#around)
    clock.after(limits.handshakeMs, () => {
      if (!inbound.hasAsked) connection.close(closeCode.tryLater, 'handshake')
    })
    room.join(connection)
    return inbound
  }

  /** Beside a plan, to be told of changes only. */
  asListener(transport: Transport, admitted: Admitted): Seat {
    const { attendance } = this.#options
    const { place, head } = admitted
    const { planId, status, epoch } = head
    const connection = this.#connect(transport, admitted)
    const visit = { connection, planId, place, isListener: true, status, epoch }
    connection.onEnd = () => attendance.leave(visit)
    this.#greet(visit)
    const refuse = () => connection.close(closeCode.brokeProtocol, 'listener')
    return {
      receive: refuse,
      receiveText: refuse,
      ended: () => connection.ended(),
    }
  }

  #connect(transport: Transport, { guest }: Admitted): Connection {
    const { clock, limits } = this.#options
    return new Connection(guest, transport, clock, limits)
  }

  #greet(visit: Visit): void {
    const { connection, epoch, status } = visit
    this.#options.attendance.enter(visit)
    connection.send(helloFrame({ epoch, right: connection.right, status, schema: schemaVersion }))
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
