import * as encoding from 'lib0/encoding'
import type { Dice } from './dice.ts'

type Mutation = (bytes: Uint8Array, dice: Dice, others: readonly Uint8Array[]) => Uint8Array

const mutations: readonly Mutation[] = [
  /** One bit. */
  (bytes, dice) => set(bytes, dice.roll(bytes.length), (byte) => byte ^ (1 << dice.roll(8))),
  /** One byte. */
  (bytes, dice) => set(bytes, dice.roll(bytes.length), () => dice.roll(256)),
  /** Cut short. */
  (bytes, dice) => bytes.slice(0, dice.roll(bytes.length)),
  /** A few bytes lost. */
  (bytes, dice) => replace(bytes, dice.roll(bytes.length), 1 + dice.roll(8), new Uint8Array(0)),
  /** A few bytes too many. */
  (bytes, dice) => replace(bytes, dice.roll(bytes.length), 0, dice.bytes(1 + dice.roll(8))),
  /** The beginning of this and the end of another. */
  (bytes, dice, others) => {
    const other = dice.pick(others)
    return join(bytes.slice(0, dice.roll(bytes.length)), other.slice(dice.roll(other.length)))
  },
  /** A number of its own in place of a byte, however large. */
  (bytes, dice) => replace(bytes, dice.roll(bytes.length), 1, varint(dice)),
  /** A stretch of it twice. */
  (bytes, dice) => {
    const at = dice.roll(bytes.length)
    return replace(bytes, at, 0, bytes.slice(at, at + 1 + dice.roll(32)))
  },
]

/** One to four careless or careful changes. Never empty-handed: an empty input stays empty. */
export function mutate(bytes: Uint8Array, dice: Dice, others: readonly Uint8Array[]): Uint8Array {
  let changed = bytes
  for (let left = 1 + dice.roll(4); left > 0 && changed.length > 0; left -= 1) {
    changed = dice.pick(mutations)(changed, dice, others)
  }
  return changed
}

export function varint(dice: Dice): Uint8Array {
  return encoding.encode((encoder) =>
    encoding.writeVarUint(encoder, Math.floor(2 ** dice.roll(53)) + dice.roll(3)),
  )
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** Swaps one number for another wherever it stands, as a client id that becomes somebody else's. */
export function swapNumber(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const sought = Buffer.from(encoding.encode((encoder) => encoding.writeVarUint(encoder, from)))
  const put = encoding.encode((encoder) => encoding.writeVarUint(encoder, to))
  let changed = bytes
  for (let at = Buffer.from(changed).indexOf(sought); at >= 0; ) {
    changed = replace(changed, at, sought.length, put)
    at = Buffer.from(changed).indexOf(sought, at + put.length)
  }
  return changed
}

function set(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = change(copy[at] ?? 0)
  return copy
}

function replace(bytes: Uint8Array, at: number, length: number, by: Uint8Array): Uint8Array {
  return join(bytes.slice(0, at), by, bytes.slice(at + length))
}
