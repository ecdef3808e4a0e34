// Updates of Yjs (format V1) written by hand, for what no Yjs would write.
import * as encoding from 'lib0/encoding'

type Write = (encoder: encoding.Encoder) => void
export type ForgedGroup = [client: number, clock: number, ...structs: Write[]]
/** What it deletes of one client: clocks and lengths. */
export type ForgedDeletes = [client: number, ...ranges: [clock: number, length: number][]]

export function forge(
  groups: readonly ForgedGroup[],
  deletes: readonly ForgedDeletes[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, groups.length)
    for (const [client, clock, ...structs] of groups) {
      for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number)
      for (const write of structs) write(encoder)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const [client, ...ranges] of deletes) {
      for (const number of [client, ranges.length, ...ranges.flat()]) {
        encoding.writeVarUint(encoder, number)
      }
    }
  })
}

export function numbers(...all: number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of all) encoding.writeVarUint(encoder, number)
  })
}

export const collected = (length: number): Write => struct(0, length)
export const skipped = (length: number): Write => struct(10, length)

function struct(info: number, length: number): Write {
  return (encoder) => {
    encoding.writeUint8(encoder, info)
    encoding.writeVarUint(encoder, length)
  }
}

/** Text right of some character. */
export const textAfter =
  (client: number, clock: number, text: string): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 4 | 128)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, text)
  }

/** Text between two characters, however far apart they stand. */
export const textBetween =
  (left: readonly [number, number], right: readonly [number, number], text: string): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 4 | 128 | 64)
    for (const number of [...left, ...right]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, text)
  }

/** A value under a key of a root map, its bytes written by the caller. */
export const valueAt =
  (root: string, key: string, writeValue: Write): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 8 | 32)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, root)
    encoding.writeVarString(encoder, key)
    encoding.writeVarUint(encoder, 1)
    writeValue(encoder)
  }

/** Lists in lists in lists. */
export const nested =
  (depth: number): Write =>
  (encoder) => {
    for (let at = 0; at < depth; at += 1) {
      encoding.writeUint8(encoder, 117)
      encoding.writeVarUint(encoder, 1)
    }
    encoding.writeUint8(encoder, 126)
  }

/** A value that would read a right from its borrowed prototype. */
export function poisoned(value: object, name = '__proto__'): Write {
  const poison = Object.defineProperty({ ...value }, name, {
    value: { isAdmin: true },
    enumerable: true,
  })
  return (encoder) => encoding.writeAny(encoder, poison)
}
