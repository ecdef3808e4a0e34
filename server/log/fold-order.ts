/** What a folding thread is asked to do: many updates in one buffer, end to end. */
export interface FoldOrder {
  id: number
  /** A snapshot is read back and compared, and has its sum. */
  wants: 'state' | 'snapshot'
  bytes: Uint8Array<ArrayBuffer>
  lengths: Uint32Array<ArrayBuffer>
}

/** What the thread answers: the state as one update, or why there is none. */
export type FoldAnswer =
  | {
      id: number
      state: Uint8Array<ArrayBuffer>
      sha256: Uint8Array<ArrayBuffer> | null
    }
  | { id: number; error: string }

/**
 * Copies updates into one buffer, which can be handed over whole: rows as they come from the database are
 * windows into larger buffers of it.
 */
export function packUpdates(updates: readonly Uint8Array[]): Pick<FoldOrder, 'bytes' | 'lengths'> {
  const bytes = new Uint8Array(updates.reduce((sum, update) => sum + update.byteLength, 0))
  let at = 0
  for (const update of updates) {
    bytes.set(update, at)
    at += update.byteLength
  }
  return { bytes, lengths: Uint32Array.from(updates, (update) => update.byteLength) }
}

export function unpackUpdates({
  bytes,
  lengths,
}: Pick<FoldOrder, 'bytes' | 'lengths'>): Uint8Array[] {
  let at = 0
  return Array.from(lengths, (length) => {
    at += length
    return bytes.subarray(at - length, at)
  })
}
