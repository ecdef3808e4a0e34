import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { closeCode } from '#domain/wire.ts'
import type { Clock } from '../log/clock.ts'
import { isOwnOrigin } from './origin.ts'
import type { Seat } from './seat.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { SyncNode } from './sync-node.ts'
import { readSyncAddress, refuseUpgrade, type SyncAddress, senderOf } from './upgrade.ts'
import { wsTransport } from './ws-transport.ts'

export interface ReceptionOptions {
  readonly node: SyncNode
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly publicUrl: string | undefined
  report(what: string, error: unknown): void
}

/** Where sockets come in: looked at before they are one, then handed to the node. */
export class Reception {
  readonly #options: ReceptionOptions
  readonly #server: WebSocketServer
  #lookingUp = 0

  constructor(options: ReceptionOptions) {
    this.#options = options
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.limits.ceilingBytes,
      maxFragments: 64,
      maxBufferedChunks: 1024,
    })
  }

  async receive(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { node, limits, publicUrl, report } = this.#options
    socket.on('error', destroy)
    const address = readSyncAddress(request.url)
    if (!isOwnOrigin(request.headers.origin, publicUrl, request.socket.localPort)) {
      return refuseUpgrade(socket, 403)
    }
    if (!address) return refuseUpgrade(socket, 404)
    if (!node.isOpen || this.#lookingUp >= limits.upgradesAtOnce) return refuseUpgrade(socket, 503)
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
    asked: SyncAddress,
  ): Promise<void> {
    const { node } = this.#options
    const address = senderOf(request)
    const cookieHeader = request.headers.cookie
    const code = await node.welcome({ ...asked, cookieHeader, address }, (seat) => {
      if (!node.isOpen) return refuseUpgrade(socket, 503)
      // Everything up to the first listener happens within this call, so no frame is missed.
      this.#server.handleUpgrade(request, socket, head, (webSocket) =>
        listen(webSocket, seat(wsTransport(webSocket, socket))),
      )
    })
    if (code !== null) this.#turnAway(request, socket, head, code)
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
}

/** One for all sockets, so that none keeps a closure for it. */
function destroy(this: Duplex): void {
  this.destroy()
}

function listen(webSocket: WebSocket, seat: Seat): void {
  webSocket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) seat.receive(data)
    else seat.receiveText()
  })
  webSocket.on('close', () => seat.ended())
}
