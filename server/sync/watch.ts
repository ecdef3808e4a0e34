import pg from 'pg'
import { type Announcement, announceChannel, readAnnouncement } from '../db/announce.ts'
import { within } from '../db/within.ts'
import type { Clock } from '../log/clock.ts'

const firstRetryMs = 200
const longestRetryMs = 5_000
const closeWithinMs = 500

/**
 * Hears what others announce, on a connection of its own that is opened again whenever it is lost. Only the
 * fast path: after each new connection `onDeaf` says that something may have been missed. What names this node
 * comes from itself and is not even read.
 */
export class Watch {
  readonly #options: pg.PoolConfig
  readonly #clock: Clock
  readonly #ownId: string
  readonly #onHeard: (announcement: Announcement) => void
  readonly #onDeaf: () => void
  #client: pg.Client | null = null
  #isClosed = false
  #retryMs = firstRetryMs

  constructor(
    options: pg.PoolConfig,
    clock: Clock,
    ownId: string,
    onHeard: (announcement: Announcement) => void,
    onDeaf: () => void,
  ) {
    this.#options = options
    this.#clock = clock
    this.#ownId = ownId
    this.#onHeard = onHeard
    this.#onDeaf = onDeaf
  }

  async open(): Promise<void> {
    if (this.#isClosed) return
    // Waiting is what this connection is for; the pool's limits on idle ones are not for it.
    const { connectionString, connectionTimeoutMillis } = this.#options
    const client = new pg.Client({ connectionString, connectionTimeoutMillis, keepAlive: true })
    this.#client = client
    client.on('error', () => undefined)
    client.on('end', () => this.#reopen(client))
    client.on('notification', ({ payload }) => {
      if (payload?.includes(this.#ownId)) return
      const announcement = readAnnouncement(payload)
      if (announcement) this.#onHeard(announcement)
    })
    try {
      await client.connect()
      await client.query(`listen ${announceChannel}`)
      this.#retryMs = firstRetryMs
      this.#onDeaf()
    } catch {
      this.#reopen(client)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#client)
      await within(
        closeWithinMs,
        this.#client.end().catch(() => undefined),
      )
  }

  #reopen(lost: pg.Client): void {
    if (this.#isClosed || this.#client !== lost) return
    this.#client = null
    lost.end().catch(() => undefined)
    this.#clock.after(this.#retryMs, () => void this.open())
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs)
  }
}
