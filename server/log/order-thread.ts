import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** What goes to a thread and comes back. */
export interface Sent<Order> {
  id: number
  order: Order
}
export type Answered<Answer> = { id: number; answer: Answer } | { id: number; error: string }

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
}

const idleMs = 30_000

/**
 * A thread that carries out orders, one at a time; it begins with the first and ends when it has had nothing to do for
 * a while. What fails there is thrown here. If it dies, its orders are rejected and the next one begins another.
 */
export class OrderThread<Order, Answer> {
  readonly #entry: URL
  readonly #onEnd: () => void
  #worker: Worker | null = null
  #orders = 0
  readonly #waiting = new Map<number, Waiting<Answer>>()
  #idle: NodeJS.Timeout | null = null

  /**
   * `file` is its code, as seen from this folder, without its ending; `onEnd` is told when what it remembered is gone.
   */
  constructor(file: string, onEnd: () => void = () => undefined) {
    this.#entry = entryOf(file)
    this.#onEnd = onEnd
  }

  /** Is there code for it beside this? A bundle of a test's own may lack it. */
  static isAtHand(file: string): boolean {
    return existsSync(entryOf(file))
  }

  /** Buffers in `handedOver` are the thread's afterwards. */
  ask(order: Order, handedOver: readonly ArrayBuffer[] = []): Promise<Answer> {
    this.#orders += 1
    const sent: Sent<Order> = { id: this.#orders, order }
    const worker = this.#worker ?? this.#begin()
    return new Promise((resolve, reject) => {
      this.#waiting.set(sent.id, { resolve, reject })
      worker.ref()
      worker.postMessage(sent, handedOver)
    })
  }

  async close(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle)
    await this.#worker?.terminate()
  }

  #begin(): Worker {
    const worker = isSource
      ? new Worker(throughTsx(this.#entry), { eval: true })
      : new Worker(this.#entry)
    this.#worker = worker
    worker.on('message', (answered: Answered<Answer>) => this.#answered(answered))
    worker.on('error', (error) => this.#ended(worker, error))
    worker.on('exit', () => this.#ended(worker, new Error('log: a thread ended')))
    return worker
  }

  #answered(answered: Answered<Answer>): void {
    const waiting = this.#waiting.get(answered.id)
    this.#waiting.delete(answered.id)
    if ('error' in answered) waiting?.reject(new Error(answered.error))
    else waiting?.resolve(answered.answer)
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
    this.#onEnd()
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

const isSource = import.meta.url.endsWith('.ts')

/** As built, threads stand beside the server's one file, whichever folder their code is from. */
function entryOf(file: string): URL {
  return new URL(isSource ? `./${file}.ts` : `./${path.basename(file)}.js`, import.meta.url)
}

/** Node 20 gives a thread none of the loaders of its process, and runs no TypeScript by itself. */
function throughTsx(entry: URL): string {
  return `import('tsx/esm/api').then(({ register }) => {
  register()
  return import(${JSON.stringify(entry.href)})
})`
}
