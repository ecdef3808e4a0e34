import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { DomainError } from '#domain/errors.ts'

/** What goes to a thread and comes back. */
export interface Sent<Order> {
  id: number
  order: Order
}
export type Answered<Answer> =
  | { id: number; begun: true }
  | { id: number; answer: Answer }
  | { id: number; error: string }

/** What was asked of a thread that ended, or was ended, before its turn came: it can be asked again. */
export class ThreadEnded extends Error {}

interface ThreadOptions {
  /** Told when what it remembered is gone. */
  onEnd?: () => void
  /** Most milliseconds that it may be at one order; then it is ended, and whoever asked is told `serverBusy`. */
  mostMs?: number
}

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
}

const idleMs = 30_000

/**
 * A thread that carries out orders, one at a time; it begins with the first and ends when it has had nothing to do for
 * a while. What fails there is thrown here. If it dies, its orders are rejected with `ThreadEnded`, and the next one
 * begins another.
 */
export class OrderThread<Order, Answer> {
  readonly #entry: URL
  readonly #options: ThreadOptions
  #worker: Worker | null = null
  #orders = 0
  readonly #waiting = new Map<number, Waiting<Answer>>()
  #idle: NodeJS.Timeout | null = null
  #tooLong: NodeJS.Timeout | null = null

  /** `file` is its code, as seen from this folder, without its ending. */
  constructor(file: string, options: ThreadOptions = {}) {
    this.#entry = entryOf(file)
    this.#options = options
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
    worker.on('message', (answered: Answered<Answer>) => {
      // What was still on its way when it was ended concerns nobody, and least of all its successor's clock.
      if (this.#worker !== worker) return
      if ('begun' in answered) this.#watch(worker, answered.id)
      else this.#answered(answered)
    })
    worker.on('error', (error) => this.#ended(worker, error))
    worker.on('exit', () => this.#ended(worker, new ThreadEnded('log: a thread ended')))
    return worker
  }

  /** A thread cannot be told to leave an order: it is ended, with all that it remembers. */
  #watch(worker: Worker, id: number): void {
    const { mostMs } = this.#options
    if (mostMs === undefined) return
    this.#tooLong = setTimeout(() => {
      this.#waiting.get(id)?.reject(new DomainError('serverBusy'))
      this.#waiting.delete(id)
      this.#ended(worker, new ThreadEnded('log: a thread was at one order for too long'))
      void worker.terminate()
    }, mostMs).unref()
  }

  #answered(answered: Exclude<Answered<Answer>, { begun: true }>): void {
    if (this.#tooLong) clearTimeout(this.#tooLong)
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
    if (this.#tooLong) clearTimeout(this.#tooLong)
    this.#options.onEnd?.()
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
