import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { frameType, type Hello, type Refused } from '#domain/wire.ts'
import { awarenessFrame } from '../frames.ts'

/** What a browser makes of the server's frames. */
export interface Hearer {
  /** 0 asks what is missing, 1 answers that, 2 is somebody's update. */
  sync(type: number, body: Uint8Array): void
  hello(hello: Hello): void
  decided(count: number): void
  refused(refused: Refused): void
}

/** Takes a frame of the server apart; presence, hints and beats are nothing to a simulated browser. */
export function hear(frame: Uint8Array, hearer: Hearer): void {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  if (type === frameType.sync) {
    hearer.sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
  } else if (type === frameType.hello) hearer.hello(JSON.parse(decoding.readVarString(decoder)))
  else if (type === frameType.decided) hearer.decided(decoding.readVarUint(decoder))
  else if (type === frameType.refused) hearer.refused(JSON.parse(decoding.readVarString(decoder)))
}

/** What a browser says of itself, with a name that is not its own. */
export function presenceFrame(clientId: number, clock: number): Uint8Array {
  const state = JSON.stringify({ user: { name: 'ai đó' }, open: 'board', made: 'up' })
  return awarenessFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }),
  )
}
