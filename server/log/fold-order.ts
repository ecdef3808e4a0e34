/** Many updates in one buffer, end to end. */
export interface PackedUpdates {
  bytes: Uint8Array<ArrayBuffer>
  lengths: Uint32Array<ArrayBuffer>
}

/** What a folding thread is asked to do. */
export interface FoldOrder extends PackedUpdates {
  /** A snapshot is read back and compared, and has its sum. */
  wants: 'state' | 'snapshot'
}

/** What it answers: the state as one update, and its sum. */
export interface FoldAnswer {
  state: Uint8Array<ArrayBuffer>
  sha256: Uint8Array<ArrayBuffer> | null
}

/**
 * Copies updates into one buffer, which can be handed over whole: rows as they come from the database are
 * windows into larger buffers of it.
 */
export function packUpdates(updates: readonly Uint8Array[]): PackedUpdates {
  const bytes = new Uint8Array(updates.reduce((sum, update) => sum + update.byteLength, 0))
  let at = 0
  for (const update of updates) {
    bytes.set(update, at)
    at += update.byteLength
  }
  return { bytes, lengths: Uint32Array.from(updates, (update) => update.byteLength) }
}

export function unpackUpdates({ bytes, lengths }: PackedUpdates): Uint8Array[] {
  let at = 0
  return Array.from(lengths, (length) => {
    at += length
    return bytes.subarray(at - length, at)
  })
}
