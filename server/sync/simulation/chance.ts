/** Randomness that a seed gives again exactly (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    // Neighbouring seeds shall have nothing in common from the first draw on.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** From 0 up to and without `below`. */
  int(below: number): number {
    return Math.floor(this.next() * below)
  }

  between(least: number, most: number): number {
    return least + this.int(most - least + 1)
  }

  /** True in this share of cases. */
  is(probability: number): boolean {
    return this.next() < probability
  }

  /** One of them; undefined when there is none. */
  pick<T>(all: readonly T[]): T | undefined {
    return all[this.int(all.length)]
  }

  /** One of the keys, each as likely as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries(weights) as [Key, number][]
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      rest -= weight
      if (rest < 0) return key
    }
    throw new Error('chance: nothing to choose from')
  }

  /** 32 bits, as Yjs client ids have. */
  draw(): number {
    return this.int(4_294_967_296)
  }

  /** Looks like a UUID of version 4. */
  newId(): string {
    const hex = Array.from({ length: 4 }, () => this.draw().toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }

  /** A stream of its own, so that what one part draws does not change what another gets. */
  fork(): Chance {
    return new Chance(this.draw())
  }
}
