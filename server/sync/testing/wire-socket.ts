// A WebSocket down to its bytes, for what the library of an honest client would never let out.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Node } from './sync-stage.ts'

export interface WireSocket {
  readonly socket: Socket
  /** Binary messages in the order of arrival. */
  readonly messages: Uint8Array[]
  /** Set by the server's close frame. */
  closeCode: number | null
  /** Data that came behind the close frame. */
  afterClose: number
  /** The connection is gone. */
  isOver: boolean
  /** A whole binary message in one frame. */
  send(payload: Uint8Array): void
  /** Bytes as they are. */
  write(bytes: Uint8Array): void
  /** Stops and starts reading. */
  pause(): void
  resume(): void
  end(): void
}

export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** One frame of RFC 6455, masked with zeros. `lie` is put in place of the payload's length. */
export function wireFrame(
  payload: Uint8Array,
  { first = 0x80 | opcode.binary, masked = true, lie = payload.length } = {},
): Buffer {
  const mask = masked ? 0x80 : 0
  const head =
    lie < 126
      ? Buffer.from([first, mask | lie])
      : lie < 65_536
        ? Buffer.from([first, mask | 126, lie >> 8, lie & 255])
        : longHead(first, mask, lie)
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), payload])
}

function longHead(first: number, mask: number, length: number): Buffer {
  const head = Buffer.alloc(10)
  head[0] = first
  head[1] = mask | 127
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

/** Resolves once the server has agreed to speak WebSocket; rejects when it will not. */
export function openWire(
  node: Node,
  room: string,
  cookie: string,
  headers: readonly string[] = [],
): Promise<WireSocket> {
  const { host, hostname, port } = new URL(node.origin)
  const socket = connect({ host: hostname, port: Number(port) })
  const wire: WireSocket = {
    socket,
    messages: [],
    closeCode: null,
    afterClose: 0,
    isOver: false,
    send: (payload) => wire.write(wireFrame(payload)),
    write: (bytes) => {
      if (!socket.destroyed) socket.write(bytes)
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    end: () => socket.destroy(),
  }
  socket.on('error', () => undefined)
  const lines = [
    `GET /sync/${room} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${node.origin}`,
    `Cookie: ${cookie}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...headers,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  return new Promise((resolve, reject) => {
    let read = Buffer.alloc(0)
    let isAgreed = false
    socket.on('data', (chunk) => {
      read = Buffer.concat([read, chunk])
      if (!isAgreed) {
        const end = read.indexOf('\r\n\r\n')
        if (end < 0) return
        isAgreed = read.subarray(0, 12).toString('latin1') === 'HTTP/1.1 101'
        if (!isAgreed) return reject(new Error(read.subarray(0, end).toString('latin1')))
        read = read.subarray(end + 4)
        resolve(wire)
      }
      read = takeFrames(wire, read)
    })
    socket.on('close', () => {
      wire.isOver = true
      reject(new Error('closed'))
    })
  })
}

/** Reads whole frames of the server, which are never masked or in parts, and returns what is left. */
function takeFrames(wire: WireSocket, read: Buffer): Buffer<ArrayBuffer> {
  let left = Buffer.from(read)
  for (let size = sizeOf(left); size !== null && left.length >= size.whole; size = sizeOf(left)) {
    note(wire, (left[0] ?? 0) & 15, left.subarray(size.head, size.whole))
    left = left.subarray(size.whole)
  }
  return left
}

function note(wire: WireSocket, kind: number, payload: Buffer): void {
  if (wire.closeCode !== null) wire.afterClose += 1
  else if (kind === opcode.close) {
    wire.closeCode = payload.length < 2 ? 1005 : payload.readUInt16BE(0)
  } else if (kind === opcode.binary) wire.messages.push(Uint8Array.from(payload))
}

/** The bytes of the first frame's head, and of the whole frame; null when not even the head is there. */
function sizeOf(bytes: Buffer): { head: number; whole: number } | null {
  const short = (bytes[1] ?? 0) & 127
  const head = short === 127 ? 10 : short === 126 ? 4 : 2
  if (bytes.length < head) return null
  if (short === 127) return { head, whole: head + Number(bytes.readBigUInt64BE(2)) }
  return { head, whole: head + (short === 126 ? bytes.readUInt16BE(2) : short) }
}
