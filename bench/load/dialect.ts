// The frames of each system. Ours and the relay speak y-websocket's, Hocuspocus puts the room's name before each.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { frameType } from '../../domain/wire.ts'

/** `before` is another build of ours, for whoever wants to know what a change did. */
export type SystemName = 'ours' | 'hocuspocus' | 'relay' | 'before'

/** A frame from the server, as far as the load cares. */
export type Heard =
  | { kind: 'step1' }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'presence'; states: number }
  | { kind: 'saved'; upTo: number | null }
  | { kind: 'letIn' | 'other' }

export interface Dialect {
  /** What is sent as soon as the socket is open. */
  greeting(vector: Uint8Array): Uint8Array[]
  /** What is sent once let in. */
  afterLetIn(vector: Uint8Array): Uint8Array[]
  step2(update: Uint8Array): Uint8Array
  update(update: Uint8Array): Uint8Array
  presence(states: Uint8Array): Uint8Array
  hear(frame: Uint8Array): Heard
}

const hocuspocusType = { auth: 2, syncStatus: 8 } as const
const other: Heard = { kind: 'other' }

export function dialectOf(system: SystemName, room: string): Dialect {
  const prefix = system === 'hocuspocus' ? encoding.encode((e) => encoding.writeVarString(e, room)) : new Uint8Array()
  const frame = (write: (encoder: encoding.Encoder) => void) =>
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, prefix)
      write(encoder)
    })
  const sync = (type: number, body: Uint8Array) =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, frameType.sync)
      encoding.writeVarUint(encoder, type)
      encoding.writeVarUint8Array(encoder, body)
    })
  const shared = {
    step2: (update: Uint8Array) => sync(1, update),
    update: (update: Uint8Array) => sync(2, update),
    presence: (states: Uint8Array) =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, frameType.awareness)
        encoding.writeVarUint8Array(encoder, states)
      }),
    hear: (bytes: Uint8Array) => hear(decoding.createDecoder(bytes), prefix.byteLength),
  }
  if (system !== 'hocuspocus') {
    // Nobody would answer at a relay.
    const greeting = (vector: Uint8Array) => (system === 'relay' ? [] : [sync(0, vector)])
    return { ...shared, greeting, afterLetIn: () => [] }
  }
  const auth = frame((encoder) => {
    encoding.writeVarUint(encoder, hocuspocusType.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'a token')
  })
  return { ...shared, greeting: () => [auth], afterLetIn: (vector) => [sync(0, vector)] }
}

function hear(decoder: decoding.Decoder, skip: number): Heard {
  decoder.pos = skip
  const type = decoding.readVarUint(decoder)
  if (type === frameType.sync || (type === 4 && skip > 0)) return hearSync(decoder)
  if (type === frameType.awareness) {
    decoding.readVarUint(decoder)
    return { kind: 'presence', states: decoding.readVarUint(decoder) }
  }
  if (skip > 0) {
    if (type === hocuspocusType.syncStatus) return { kind: 'saved', upTo: null }
    return type === hocuspocusType.auth ? { kind: 'letIn' } : other
  }
  if (type === frameType.decided) return { kind: 'saved', upTo: decoding.readVarUint(decoder) }
  if (type === frameType.refused) {
    throw new Error(`bench: refused ${decoding.readVarString(decoder)}`)
  }
  return other
}

function hearSync(decoder: decoding.Decoder): Heard {
  const type = decoding.readVarUint(decoder)
  if (type === 0) return { kind: 'step1' }
  return { kind: type === 1 ? 'step2' : 'update', update: decoding.readVarUint8Array(decoder) }
}
