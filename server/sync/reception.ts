import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { closeCode, schemaVersion } from '#domain/wire.ts'
import { type Clock, pause } from '../log/clock.ts'
import { type Admission, type AdmissionDesk, admit } from './admission.ts'
import type { Attendance, Visit } from './attendance.ts'
import { Connection } from './connection.ts'
import { helloFrame, readFrame } from './frames.ts'
import { Inbound } from './inbound.ts'
import { isOwnOrigin } from './origin.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { SyncLimits } from './sync-limits.ts'
import { readSyncAddress, refuseUpgrade, type SyncAddress } from './upgrade.ts'
import { wsTransport } from './ws-transport.ts'

export interface ReceptionOptions {
  readonly desk: AdmissionDesk
  readonly rooms: Rooms
  readonly attendance: Attendance
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly publicUrl: string | undefined
  report(what: string, error: unknown): void
}

type Admitted = Extract<Admission, { kind: 'admitted' }>

/** Where sockets come in: looked at before they are one, then seated at their plan. */
export class Reception {
  readonly #options: ReceptionOptions
  readonly #server: WebSocketServer
  #lookingUp = 0
  isOpen = true

  constructor(options: ReceptionOptions) {
    this.#options = options
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.limits.frameBytes,
      maxFragments: 64,
      maxBufferedChunks: 1024,
    })
  }

  async receive(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { limits, publicUrl, report } = this.#options
    socket.on('error', () => socket.destroy())
    const address = readSyncAddress(request.url)
    if (!isOwnOrigin(request.headers.origin, publicUrl, request.socket.localPort)) {
      return refuseUpgrade(socket, 403)
    }
    if (!address) return refuseUpgrade(socket, 404)
    if (!this.isOpen || this.#lookingUp >= limits.upgradesAtOnce) return refuseUpgrade(socket, 503)
    this.#lookingUp += 1
    try {
      await this.#lookUp(request, socket, head, address)
    } catch (error) {
      report('a connection could not be looked up', error)
      this.#turnAway(request, socket, head, closeCode.tryLater)
    } finally {
      this.#lookingUp -= 1
    }
  }

  async #lookUp(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    { room, isListener, pageOf }: SyncAddress,
  ): Promise<void> {
    const { desk, attendance, rooms } = this.#options
    const address = request.socket.remoteAddress ?? ''
    const cookieHeader = request.headers.cookie
    const admission = await admit(desk, { room, isListener, pageOf, cookieHeader, address })
    if (admission.kind === 'refused') return this.#turnAway(request, socket, head, admission.code)
    const { guest, head: plan, place } = admission
    if (!attendance.hasPlaceFor(guest.personId, plan.planId, address)) {
      return this.#turnAway(request, socket, head, closeCode.tryLater)
    }
    const accept = (seat: (webSocket: WebSocket) => void) => {
      if (!this.isOpen) return refuseUpgrade(socket, 503)
      // Everything up to the first listener happens within this call, so no frame is missed.
      this.#server.handleUpgrade(request, socket, head, seat)
    }
    if (isListener) return accept((webSocket) => this.#seatListener(webSocket, admission))
    await rooms.enter(plan.planId, place, (opened) =>
      accept((webSocket) => this.#seat(webSocket, admission, opened)),
    )
  }

  /** Browsers cannot see an HTTP refusal, so the socket is opened to be closed with the reason. */
  #turnAway(request: IncomingMessage, socket: Duplex, head: Buffer, code: number): void {
    if (socket.destroyed) return
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => undefined)
      webSocket.close(code)
      this.#options.clock.after(this.#options.limits.closeWithinMs, () => webSocket.terminate())
    })
  }

  #seat(webSocket: WebSocket, admitted: Admitted, room: Room): void {
    const { clock, limits, rooms, report } = this.#options
    const connection = this.#greet(webSocket, admitted, {
      isListener: false,
      status: room.status,
      epoch: room.epoch,
      onEnd: () => rooms.leave(room, connection),
    })
    const inbound = new Inbound(connection, room, {
      clock,
      limits,
      isPastEpoch: admitted.isPastEpoch,
      whenThereIsSpace: () => this.#whenThereIsSpace(),
      report,
    })
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) inbound.receive(data)
      else connection.close(closeCode.brokeProtocol, 'text')
    })
    clock.after(limits.handshakeMs, () => {
      if (!inbound.hasAsked) connection.close(closeCode.tryLater, 'handshake')
    })
    room.join(connection, admitted.guest.rightsRev)
  }

  #seatListener(webSocket: WebSocket, admitted: Admitted): void {
    const { status, epoch } = admitted.head
    const connection = this.#greet(webSocket, admitted, {
      isListener: true,
      status,
      epoch,
      onEnd: () => undefined,
    })
    webSocket.on('message', (data: Buffer, isBinary) => {
      const frame = isBinary ? readFrame(data) : null
      if (!frame || frame.kind === 'write') connection.close(closeCode.brokeProtocol, 'listener')
    })
  }

  #greet(
    webSocket: WebSocket,
    { guest, head, place }: Admitted,
    seat: Pick<Visit, 'isListener' | 'status' | 'epoch'> & { onEnd: () => void },
  ): Connection {
    const { clock, limits, attendance } = this.#options
    const connection = new Connection(guest, wsTransport(webSocket), clock, limits)
    const { isListener, status, epoch } = seat
    const visit = { connection, planId: head.planId, place, isListener, status, epoch }
    attendance.enter(visit)
    connection.onEnd = () => {
      attendance.leave(visit)
      seat.onEnd()
    }
    webSocket.on('close', () => connection.ended())
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
