import { clientLock, livingClients } from './client-lock.ts'
import {
  type Draft,
  forgetDraft,
  moveToDrafts,
  type OutboxDatabase,
  openOutboxOf,
  readDrafts,
  readUnsent,
  type Unsent,
  writeOutbox,
} from './outbox.ts'

/** Does this browser keep what is not sent? `opening` until it has said so. */
export type StorageHealth = 'opening' | 'ok' | 'failed'

interface Owner {
  personId: string
  room: string
  clientId: number
}

/**
 * One tab's own undecided updates, in memory and in the outbox. Writing is one transaction at a time: while it
 * runs, the next ones gather, and what is decided before its turn is never written.
 */
export class UnsentWork {
  health: StorageHealth = 'opening'
  readonly #owner: Owner
  readonly #onHealth: () => void
  readonly #database: Promise<OutboxDatabase | null>
  readonly #items = new Map<string, Unsent>()
  readonly #stored = new Set<string>()
  #put = new Map<string, Unsent>()
  #remove = new Map<string, Unsent>()
  #writing: Promise<void> | null = null
  #made = 0
  readonly #unlock: () => void
  readonly #locked: Promise<void>

  constructor(owner: Owner, onHealth: () => void) {
    this.#owner = owner
    this.#onHealth = onHealth
    const lock = clientLock(owner)
    this.#unlock = lock.release
    this.#locked = lock.held
    this.#database = this.#open()
  }

  /** Keeps an update made just now; returns its id. */
  add(update: Uint8Array): string {
    this.#made += 1
    const unsent = { ...this.#owner, n: this.#made, update }
    const id = idOf(unsent)
    this.#items.set(id, unsent)
    if (this.health !== 'failed') this.#put.set(id, unsent)
    this.#pump()
    return id
  }

  /** These are durable on the server and need not be kept. */
  settle(ids: readonly string[]): void {
    for (const id of ids) {
      const unsent = this.#items.get(id)
      if (!unsent) continue
      this.#items.delete(id)
      if (this.health === 'failed') continue
      if (!this.#put.delete(id) || this.#stored.has(id)) this.#remove.set(id, unsent)
    }
    this.#pump()
  }

  /** These were refused: out of the outbox, into the drafts. */
  async refuse(
    ids: readonly string[],
    draft: Omit<Draft, 'id' | 'personId' | 'room'>,
  ): Promise<void> {
    const refused = ids.map((id) => this.#items.get(id)).filter((unsent) => unsent !== undefined)
    for (const id of ids) {
      this.#items.delete(id)
      this.#put.delete(id)
    }
    const { personId, room } = this.#owner
    await this.#writing
    await this.#with((database) => moveToDrafts(database, refused, { ...draft, personId, room }))
  }

  /**
   * What tabs of this person that are gone left unsent in this room. It is this tab's from now on, until it is
   * settled or refused. Tabs that live keep theirs.
   */
  async takeOver(): Promise<{ ids: string[]; updates: Uint8Array[] }> {
    await this.#locked
    const living = await livingClients(this.#owner)
    const left = await this.#with(async (database) => {
      const all = await readUnsent(database, this.#owner.personId, this.#owner.room)
      return all.filter(
        ({ clientId }) => !living.has(clientId) && clientId !== this.#owner.clientId,
      )
    })
    const fresh = (left ?? []).filter((unsent) => !this.#items.has(idOf(unsent)))
    for (const unsent of fresh) {
      this.#items.set(idOf(unsent), unsent)
      this.#stored.add(idOf(unsent))
    }
    return { ids: fresh.map(idOf), updates: fresh.map(({ update }) => update) }
  }

  async drafts(): Promise<Draft[]> {
    const { personId, room } = this.#owner
    return (await this.#with((database) => readDrafts(database, personId, room))) ?? []
  }

  async forgetDraft(id: number): Promise<void> {
    await this.#with((database) => forgetDraft(database, id))
  }

  /** Nothing is waiting to be written or removed. */
  isIdle(): boolean {
    return this.#writing === null && this.#put.size === 0 && this.#remove.size === 0
  }

  /** Ends when everything under way is written; what is unsent stays for the next visit. */
  async close(): Promise<void> {
    while (this.#writing !== null) await this.#writing
    const database = await this.#database
    database?.close()
    this.#unlock()
  }

  #pump(): void {
    if (this.#writing || this.health === 'failed') return
    if (this.#put.size === 0 && this.#remove.size === 0) return
    this.#writing = this.#write().finally(() => {
      this.#writing = null
      this.#pump()
      this.#onHealth()
    })
  }

  async #write(): Promise<void> {
    await this.#locked
    await this.#with(async (database) => {
      const put = this.#put
      const remove = this.#remove
      this.#put = new Map()
      this.#remove = new Map()
      for (const id of put.keys()) this.#stored.add(id)
      await writeOutbox(database, [...put.values()], [...remove.values()])
      for (const id of remove.keys()) this.#stored.delete(id)
    })
  }

  async #open(): Promise<OutboxDatabase | null> {
    try {
      const database = await openOutboxOf(this.#owner.personId)
      this.#become('ok')
      return database
    } catch {
      this.#become('failed')
      return null
    }
  }

  async #with<T>(work: (database: OutboxDatabase) => Promise<T>): Promise<T | null> {
    const database = await this.#database
    if (!database || this.health === 'failed') return null
    try {
      return await work(database)
    } catch {
      this.#become('failed')
      return null
    }
  }

  #become(health: StorageHealth): void {
    this.health = health
    if (health === 'failed') {
      this.#put.clear()
      this.#remove.clear()
    }
    this.#onHealth()
  }
}

function idOf({ clientId, n }: Unsent): string {
  return `${clientId}.${n}`
}
