import { DomainError } from '#domain/errors.ts'

/** Who asks for a paper. */
export interface PressCustomer {
  /** In whose line it waits. */
  line: string
  /** Aborted once nobody waits for it any more. */
  gone?: AbortSignal | undefined
  /** Asks for one after the other, and rather waits than be sent away. */
  isPatient?: boolean
}

/** A drawing takes up to a second or two: nobody waits for much longer than a minute. */
export const longestQueue = 60
export const longestLine = 12

/**
 * One paper is drawn at a time. Each person waits in a line of their own and the lines take turns, so that whoever asks
 * for many keeps nobody waiting but themselves.
 */
export class PressQueue {
  /** The next line to be served is the first. */
  readonly #lines = new Map<string, Waiting[]>()
  #isBusy = false
  #isClosed = false

  get length(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0)
  }

  /** Does the work when it is its turn. Throws `serverBusy` when too many wait, when its customer is gone, and once closed. */
  async turn<Done>(customer: PressCustomer, work: () => Promise<Done>): Promise<Done> {
    if (this.#isClosed || customer.gone?.aborted) throw new DomainError('serverBusy')
    if (this.#isBusy) await this.#wait(customer)
    this.#isBusy = true
    try {
      return await work()
    } finally {
      this.#isBusy = false
      this.#serveNext()
    }
  }

  /** Sends everybody away who waits. */
  close(): void {
    this.#isClosed = true
    for (const line of [...this.#lines.values()]) for (const { leave } of [...line]) leave()
  }

  #wait({ line: name, gone, isPatient = false }: PressCustomer): Promise<void> {
    const line = this.#lines.get(name) ?? []
    const isFull = line.length >= longestLine || this.length >= longestQueue
    if (isFull && !isPatient) throw new DomainError('serverBusy')
    return new Promise((resolve, reject) => {
      const begin = () => {
        gone?.removeEventListener('abort', leave)
        resolve()
      }
      const waiting = { begin, leave }
      function leave() {
        line.splice(line.indexOf(waiting), 1)
        gone?.removeEventListener('abort', leave)
        reject(new DomainError('serverBusy'))
      }
      gone?.addEventListener('abort', leave)
      line.push(waiting)
      this.#lines.set(name, line)
    })
  }

  /** The first of the first line; its line is the last then. */
  #serveNext(): void {
    for (const [name, line] of this.#lines) {
      this.#lines.delete(name)
      const next = line.shift()
      if (line.length > 0) this.#lines.set(name, line)
      if (next === undefined) continue
      // Whoever asks before it begins waits behind it.
      this.#isBusy = true
      next.begin()
      return
    }
  }
}

interface Waiting {
  begin: () => void
  leave: () => void
}
