// A socket without a client's manners, for whatever no honest browser would send.
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import { frameType, type Hello, type Refused } from '#domain/wire.ts'
import type { Node } from './sync-stage.ts'

export interface RawSocket {
  socket: WebSocket
  /** Whole frames in the order of arrival. */
  frames: Uint8Array[]
  /** HTTP status, when there never was a socket. */
  status: number | null
  closed: number | null
  send(frame: Uint8Array | string): void
  /** The first numbers of all frames so far. */
  types(): number[]
  hello(): Hello | null
  refused(): Refused[]
  /** The last 101. */
  decided(): number
  close(): void
}

export interface RawOptions {
  cookie?: string | undefined
  origin?: string | null
  query?: string
}

export function openRaw(
  node: Pick<Node, 'url' | 'origin'>,
  room: string,
  options: RawOptions = {},
): RawSocket {
  const headers: Record<string, string> = {}
  if (options.cookie !== undefined) headers['cookie'] = options.cookie
  if (options.origin !== null) headers['origin'] = options.origin ?? node.origin
  const socket = new WebSocket(`${node.url}/${room}${options.query ?? ''}`, { headers })
  const raw: RawSocket = {
    socket,
    frames: [],
    status: null,
    closed: null,
    send: (frame) => socket.send(frame),
    types: () => raw.frames.map((frame) => frame[0] ?? -1),
    hello: () => {
      const first = raw.frames.find((frame) => frame[0] === frameType.hello)
      return first ? JSON.parse(body(first, decoding.readVarString)) : null
    },
    refused: () =>
      raw.frames
        .filter((frame) => frame[0] === frameType.refused)
        .map((frame) => JSON.parse(body(frame, decoding.readVarString))),
    decided: () => {
      const last = raw.frames.findLast((frame) => frame[0] === frameType.decided)
      return last ? body(last, decoding.readVarUint) : 0
    },
    close: () => socket.terminate(),
  }
  socket.on('message', (data: Buffer) => raw.frames.push(Uint8Array.from(data)))
  socket.on('unexpected-response', (_request, response) => {
    raw.status = response.statusCode ?? 0
    response.resume()
  })
  socket.on('close', (code) => {
    raw.closed = code
  })
  socket.on('error', () => undefined)
  return raw
}

function body<T>(frame: Uint8Array, read: (decoder: decoding.Decoder) => T): T {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return read(decoder)
}
