// Frames for a fuzzer: noise, honest ones that were damaged, and ones made by the protocol's own grammar.
import * as encoding from 'lib0/encoding'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from '../frames.ts'
import type { Dice } from './dice.ts'
import { join, mutate, varint } from './mutate.ts'
import { opcode, wireFrame } from './wire-socket.ts'

/** Bytes for the wire, and whether they keep to RFC 6455, so that the server can go on after them. */
export interface FuzzFrame {
  bytes: Uint8Array
  isWhole: boolean
}

/** `recorded` are the messages and `updates` the updates of a real session. */
export function nextFrame(
  dice: Dice,
  recorded: readonly Uint8Array[],
  updates: readonly Uint8Array[],
): FuzzFrame {
  if (dice.roll(40) === 0) return { bytes: brokenFrame(dice, dice.pick(recorded)), isWhole: false }
  const kind = dice.roll(4)
  const message =
    kind === 0
      ? dice.bytes(dice.roll(200))
      : kind === 3
        ? grammarFrame(dice, updates)
        : mutate(dice.pick(recorded), dice, recorded)
  return { bytes: wireFrame(message), isWhole: true }
}

function grammarFrame(dice: Dice, updates: readonly Uint8Array[]): Uint8Array {
  const anyUpdate = () => {
    const update = dice.pick(updates)
    return dice.roll(3) === 0 ? update : mutate(update, dice, updates)
  }
  const makers = [
    () => step1Frame(join(...Array.from({ length: 1 + dice.roll(5) }, () => varint(dice)))),
    () => step2Frame(anyUpdate()),
    () => updateFrame(anyUpdate()),
    () => awarenessFrame(states(dice)),
    () => Uint8Array.of(3),
    () => join(varint(dice), dice.bytes(dice.roll(20))),
    () => join(Uint8Array.of(0, dice.roll(5)), varint(dice), dice.bytes(dice.roll(40))),
    () => Uint8Array.of(100 + dice.roll(5), ...dice.bytes(dice.roll(20))),
    () => new Uint8Array(dice.roll(3) * 40_000),
    () => updateFrame(join(...Array.from({ length: 2 + dice.roll(12) }, () => varint(dice)))),
  ]
  return dice.pick(makers)()
}

function states(dice: Dice): Uint8Array {
  const texts = [
    'null',
    '{',
    '{}',
    '{"cursor":{"anchor":1}}',
    '[[[[',
    '{"__proto__":{"a":1}}',
    '""',
  ]
  const count = dice.roll(4)
  const said = dice.roll(6) === 0 ? Math.floor(2 ** dice.roll(40)) : count
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, said)
    for (let at = 0; at < count; at += 1) {
      encoding.writeVarUint(encoder, Math.floor(2 ** dice.roll(53)))
      encoding.writeVarUint(encoder, Math.floor(2 ** dice.roll(53)))
      encoding.writeVarString(encoder, dice.pick(texts))
    }
  })
}

/** Mask, reserved bits, kinds, lengths and parts that RFC 6455 does not allow, and some that it does. */
function brokenFrame(dice: Dice, message: Uint8Array): Uint8Array {
  const makers = [
    () => wireFrame(message, { masked: false }),
    () => wireFrame(message, { first: 0x80 | ((1 + dice.roll(7)) * 16) | opcode.binary }),
    () => wireFrame(message, { first: 0x80 | (3 + dice.roll(5)) }),
    () => wireFrame(message, { lie: message.length + 1 + dice.roll(100) }),
    () => wireFrame(message, { lie: 2 ** (20 + dice.roll(30)) }),
    () => wireFrame(message, { first: 0x80 | opcode.continuation }),
    () => join(wireFrame(message, { first: opcode.binary }), wireFrame(message)),
    () => wireFrame(new Uint8Array(200), { first: 0x80 | opcode.ping }),
    () => wireFrame(message, { first: opcode.close }),
    () => wireFrame(Uint8Array.of(0xff, 0xfe), { first: 0x80 | opcode.text }),
    () => wireFrame(dice.bytes(1), { first: 0x80 | opcode.close }),
    () => dice.bytes(1 + dice.roll(60)),
  ]
  return dice.pick(makers)()
}
