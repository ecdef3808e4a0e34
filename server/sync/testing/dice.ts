import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What `SEED=` was given in the environment; empty for a run of its own. */
    seed: string
  }
}

/** Chance that can be repeated: the same seed throws the same dice. */
export interface Dice {
  readonly seed: number
  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number
  pick<T>(from: readonly T[]): T
  bytes(length: number): Uint8Array
}

/** `SEED=` repeats a run that was printed. */
export function seedOfRun(): number {
  return Number(inject('seed') || Date.now() % 1_000_000_007)
}

/** The generator is mulberry32 (Tommy Ettinger, public domain). */
export function throwDice(seed: number = seedOfRun()): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const roll = (below: number) => Math.floor(next() * below)
  return {
    seed,
    roll,
    pick: (from) => {
      const one = from[roll(from.length)]
      if (one === undefined) throw new Error('dice: nothing to pick from')
      return one
    },
    bytes: (length) => Uint8Array.from({ length }, () => roll(256)),
  }
}
