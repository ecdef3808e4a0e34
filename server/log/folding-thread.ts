import { type FoldAnswer, type FoldOrder, packUpdates } from './fold-order.ts'
import { OrderThread } from './order-thread.ts'
import type { StoredSnapshot } from './plan-snapshot.ts'

/** Folds updates where nobody waits for it. What it rejects with is what folding them here would throw. */
export interface FoldApart {
  /** Their state, as one update. */
  state(updates: readonly Uint8Array[]): Promise<Uint8Array>
  snapshot(updates: readonly Uint8Array[]): Promise<Pick<StoredSnapshot, 'state' | 'sha256'>>
}

const file = 'fold-worker'

/** A thread that folds. */
export class FoldingThread implements FoldApart {
  readonly #thread = new OrderThread<FoldOrder, FoldAnswer>(file)

  /** Is there code for a thread beside this? A bundle of a test's own may lack it. */
  static get isAtHand(): boolean {
    return OrderThread.isAtHand(file)
  }

  async state(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    return (await this.#order('state', updates)).state
  }

  async snapshot(
    updates: readonly Uint8Array[],
  ): Promise<{ state: Uint8Array; sha256: Uint8Array }> {
    const { state, sha256 } = await this.#order('snapshot', updates)
    if (sha256 === null) throw new Error('log: a folding thread gave no sum')
    return { state, sha256 }
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  #order(wants: FoldOrder['wants'], updates: readonly Uint8Array[]): Promise<FoldAnswer> {
    const packed = packUpdates(updates)
    return this.#thread.ask({ wants, ...packed }, [packed.bytes.buffer, packed.lengths.buffer])
  }
}
