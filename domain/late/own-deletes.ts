import * as Y from 'yjs'

/** What a late edit deletes by itself: letters that its author took back, places that they gave up. */
export class OwnDeletes {
  readonly #deletes: ReturnType<typeof Y.createDeleteSet>

  constructor(parts: readonly Uint8Array[]) {
    // Merged they rise and lie apart from each other, as `isDeleted` needs them.
    this.#deletes = Y.mergeDeleteSets(parts.map((part) => Y.decodeUpdate(part).ds))
  }

  /** Asked for each letter of an edit, which may delete a hundred thousand stretches. */
  has(id: Pick<Y.ID, 'client' | 'clock'>): boolean {
    return Y.isDeleted(this.#deletes, id)
  }
}
