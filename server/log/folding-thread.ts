import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type FoldAnswer, type FoldOrder, packUpdates } from './fold-order.ts'
import type { StoredSnapshot } from './plan-snapshot.ts'

/** Folds updates where nobody waits for it. What it rejects with is what folding them here would throw. */
export interface FoldApart {
  /** Their state, as one update. */
  state(updates: readonly Uint8Array[]): Promise<Uint8Array>
  snapshot(updates: readonly Uint8Array[]): Promise<Pick<StoredSnapshot, 'state' | 'sha256'>>
}

const idleMs = 30_000

type Folded = Exclude<FoldAnswer, { error: string }>

interface Waiting {
  resolve(answer: Folded): void
  reject(error: Error): void
}

/**
 * A thread that folds, one order at a time; it begins with the first and ends when it has had nothing to do
 * for a while. If it dies, its orders are rejected and the next one begins another.
 */
export class FoldingThread implements FoldApart {
  #worker: Worker | null = null
  #orders = 0
  readonly #waiting = new Map<number, Waiting>()
  #idle: NodeJS.Timeout | null = null

  /** Is there code for a thread beside this? A bundle of a test's own may lack it. */
  static get isAtHand(): boolean {
    return existsSync(entry)
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

  async close(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle)
    await this.#worker?.terminate()
  }

  #order(wants: FoldOrder['wants'], updates: readonly Uint8Array[]): Promise<Folded> {
    this.#orders += 1
    const order: FoldOrder = { id: this.#orders, wants, ...packUpdates(updates) }
    const worker = this.#worker ?? this.#begin()
    return new Promise((resolve, reject) => {
      this.#waiting.set(order.id, { resolve, reject })
      worker.ref()
      worker.postMessage(order, [order.bytes.buffer, order.lengths.buffer])
    })
  }

  #begin(): Worker {
    const worker = isSource ? new Worker(throughTsx, { eval: true }) : new Worker(entry)
    this.#worker = worker
    worker.on('message', (answer: FoldAnswer) => this.#answered(answer))
    worker.on('error', (error) => this.#ended(worker, error))
    worker.on('exit', () => this.#ended(worker, new Error('log: a folding thread ended')))
    return worker
  }

  #answered(answer: FoldAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('error' in answer) waiting?.reject(new Error(answer.error))
    else waiting?.resolve(answer)
    if (this.#waiting.size > 0) return
    // A thread that only waits keeps no process running.
    this.#worker?.unref()
    if (this.#idle) clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      if (this.#waiting.size === 0) void this.#worker?.terminate()
    }, idleMs).unref()
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/** As built it stands beside the server's one file. */
const isSource = import.meta.url.endsWith('.ts')
const entry = new URL(isSource ? './fold-worker.ts' : './fold-worker.js', import.meta.url)
/** Node 20 gives a thread none of the loaders of its process, and runs no TypeScript by itself. */
const throughTsx = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(entry.href)})
})`
