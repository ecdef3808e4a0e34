import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { type Changed, frameType, type Hello, type Refused } from '#domain/wire.ts'

/** A frame from a client, taken apart; its content is not looked at yet. */
export type Frame =
  | { kind: 'step1'; vector: Uint8Array }
  | { kind: 'write'; isStep2: boolean; update: Uint8Array }
  | { kind: 'awareness'; states: Uint8Array }
  | { kind: 'queryAwareness' }

/** Null for anything that is no frame of ours, bytes left over included. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readBody(decoding.readVarUint(decoder), decoder)
    return decoding.hasContent(decoder) ? null : frame
  } catch {
    return null
  }
}

function readBody(type: number, decoder: decoding.Decoder): Frame | null {
  switch (type) {
    case frameType.sync:
      return readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    case frameType.awareness:
      return { kind: 'awareness', states: decoding.readVarUint8Array(decoder) }
    case frameType.queryAwareness:
      return { kind: 'queryAwareness' }
    default:
      return null
  }
}

function readSync(type: number, body: Uint8Array): Frame | null {
  if (type === messageYjsSyncStep1) return { kind: 'step1', vector: body }
  if (type === messageYjsSyncStep2) return { kind: 'write', isStep2: true, update: body }
  if (type === messageYjsUpdate) return { kind: 'write', isStep2: false, update: body }
  return null
}

export function helloFrame(hello: Hello): Uint8Array {
  return jsonFrame(frameType.hello, hello)
}

export function refusedFrame(refused: Refused): Uint8Array {
  return jsonFrame(frameType.refused, refused)
}

export function changedFrame(changed: Changed): Uint8Array {
  return jsonFrame(frameType.changed, changed)
}

export function decidedFrame(count: number): Uint8Array {
  if (count <= 0x7f) return Uint8Array.of(frameType.decided, count)
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.decided)
    encoding.writeVarUint(encoder, count)
  })
}

export function beatFrame(): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, frameType.beat))
}

export function step1Frame(vector: Uint8Array): Uint8Array {
  return syncFrame(messageYjsSyncStep1, vector)
}

export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(messageYjsSyncStep2, update)
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(messageYjsUpdate, update)
}

export function awarenessFrame(states: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.awareness)
    encoding.writeVarUint8Array(encoder, states)
  })
}

/** Written by hand: every update goes through here, once for everyone. */
function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const length = body.byteLength
  let head = 3
  for (let rest = length >>> 7; rest > 0; rest >>>= 7) head += 1
  const frame = new Uint8Array(head + length)
  frame[0] = frameType.sync
  frame[1] = type
  let rest = length
  for (let at = 2; at < head; at += 1) {
    frame[at] = rest > 0x7f ? (rest & 0x7f) | 0x80 : rest
    rest >>>= 7
  }
  frame.set(body, head)
  return frame
}

function jsonFrame(type: number, body: unknown): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarString(encoder, JSON.stringify(body))
  })
}
