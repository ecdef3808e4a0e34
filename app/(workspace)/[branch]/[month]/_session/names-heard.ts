import type { Awareness } from 'y-protocols/awareness'
import { peopleHereOf } from './people-here.ts'

/** The names of everyone who has been on this plan meanwhile, also of those who have left again. */
export class NamesHeard {
  readonly #names = new Map<number, string>()

  constructor(awareness: Awareness) {
    awareness.on('change', () => {
      for (const { clientId, name } of peopleHereOf(awareness).read()) {
        this.#names.set(clientId, name)
      }
    })
  }

  /** Null for somebody who has not been here. */
  of(clientId: number): string | null {
    return this.#names.get(clientId) ?? null
  }
}
