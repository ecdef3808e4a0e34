import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Transport } from './transport.ts'

/** Frames up to this size that leave in one turn are copied together; larger ones are handed on as they are. */
const smallBytes = 16_384

/**
 * A WebSocket of `ws` as the way out to a client; `socket` is what lies under it. What is sent within one turn
 * of the event loop leaves as one write: the kernel's part of a write is most of what a small frame costs.
 */
export function wsTransport(webSocket: WebSocket, socket: Duplex): Transport {
  // Every socket can fail at any time; its close follows.
  webSocket.on('error', ignore)
  return new WsTransport(webSocket, socket)
}

function ignore(): void {}

class WsTransport implements Transport {
  readonly #webSocket: WebSocket
  readonly #socket: Duplex
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  constructor(webSocket: WebSocket, socket: Duplex) {
    this.#webSocket = webSocket
    this.#socket = socket
  }

  send(frame: Uint8Array): void {
    if (frame.byteLength > smallBytes) {
      this.flush()
      if (this.#isOpen) this.#webSocket.send(frame)
      return
    }
    const message = messageOf(frame)
    if (this.#waitingBytes === 0) leaveWithThisTurn(this)
    this.#waiting.push(message)
    this.#waitingBytes += message.byteLength
  }

  close(code: number, reason: string): void {
    this.flush()
    this.#webSocket.close(code, reason)
  }

  terminate(): void {
    this.#webSocket.terminate()
  }

  pause(): void {
    this.#webSocket.pause()
  }

  resume(): void {
    this.#webSocket.resume()
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength + this.#waitingBytes
  }

  /** Writes what waits. `ws` compresses nothing here, so its own frames never lie half-written in between. */
  flush(): void {
    if (this.#waitingBytes === 0) return
    const [only, ...others] = this.#waiting
    this.#waiting = []
    this.#waitingBytes = 0
    if (!only || !this.#isOpen) return
    this.#socket.write(others.length === 0 ? only : Buffer.concat([only, ...others]))
  }

  get #isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN
  }
}

const leaving = new Set<WsTransport>()

function leaveWithThisTurn(transport: WsTransport): void {
  if (leaving.size === 0) setImmediate(leave)
  leaving.add(transport)
}

function leave(): void {
  const all = [...leaving]
  leaving.clear()
  for (const transport of all) transport.flush()
}

/** What everyone gets is made a message once. */
let last: { frame: Uint8Array; message: Uint8Array } | null = null

/** One unmasked binary message in one piece (RFC 6455, 5.2). */
function messageOf(frame: Uint8Array): Uint8Array {
  if (last?.frame === frame) return last.message
  const length = frame.byteLength
  const head = length < 126 ? [0x82, length] : [0x82, 126, length >> 8, length & 0xff]
  const message = Buffer.allocUnsafe(head.length + length)
  message.set(head)
  message.set(frame, head.length)
  last = { frame, message }
  return message
}
