import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { AdviceNews } from '#domain/advice/advice-view.ts'
import type { ActDraft } from './act-draft.ts'
import type { AdvicePlan } from './act-shelf.ts'
import type { AdviceOutbox, OutboxAct, OutboxPicture } from './advice-outbox.ts'
import { type AdviceMe, layUnsent, type ShownAdvice } from './lay-unsent.ts'
import { mergeNews } from './merge-news.ts'
import { type ReadOutcome, readAdvice } from './read-advice.ts'

/** The talk about one plan as a screen shows it. */
export interface AdvicePicture extends ShownAdvice {
  /** When the server was last read, in milliseconds; null while nothing is known. */
  readAt: number | null
  /** The last reading did not succeed: what is shown is as old as `readAt` says. */
  isStale: boolean
  /** The reader has no right to see advice on this plan, or there is none. */
  isRefused: boolean
  /** Own acts on this plan that the server has not taken. */
  unsent: readonly OutboxAct[]
  storage: OutboxPicture['storage']
  link: OutboxPicture['link']
}

export interface AdviceStoreOptions {
  plan: AdvicePlan
  me: AdviceMe
  outbox: AdviceOutbox
  /** What the page was rendered with, and when (milliseconds); saves the first reading of everything. */
  first?: { news: AdviceNews; at: number } | null
  get?: (plan: AdvicePlan, since: number) => Promise<ReadOutcome>
  now?: () => number
}

/** Milliseconds after a reading that failed until the next one; each further failure doubles it. */
const firstRetryMs = 1_000
const longestRetryMs = 60_000

/**
 * The talk about one plan: what the server has and one's own unsent acts laid over it. Knows nothing of React
 * or of sockets; whoever hears a hint calls `refresh`.
 */
export class AdviceStore {
  readonly plan: AdvicePlan
  readonly #me: AdviceMe
  readonly #outbox: AdviceOutbox
  readonly #get: (plan: AdvicePlan, since: number) => Promise<ReadOutcome>
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #news: AdviceNews | null = null
  #readAt: number | null = null
  #isStale = false
  #isRefused = false
  /** Acts sent up to this number are in what was read. */
  #readThrough = 0
  #reading: Promise<void> | null = null
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #again = false
  #stopFollowing: (() => void) | null = null
  #sentSeen: number
  #picture: AdvicePicture

  constructor({ plan, me, outbox, first, get, now }: AdviceStoreOptions) {
    this.plan = plan
    this.#me = me
    this.#outbox = outbox
    this.#get = get ?? readAdvice
    this.#now = now ?? Date.now
    this.#sentSeen = outbox.sentCount
    if (first) {
      this.#news = first.news
      this.#readAt = first.at
    }
    this.#picture = this.#makePicture()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = (): AdvicePicture => this.#picture

  /** Begins to follow; first shows what this browser kept, then reads the server. */
  enter(): void {
    if (this.#stopFollowing) return
    this.#stopFollowing = this.#outbox.subscribe(() => this.#followOutbox())
    void this.#showKept().then(() => this.refresh())
  }

  leave(): void {
    this.#stopFollowing?.()
    this.#stopFollowing = null
    clearTimeout(this.#retry)
  }

  /** Does something to the talk. Shown at once, kept, sent when it can be. Returns the act's id. */
  do(draft: ActDraft): string {
    const id = draft.id ?? crypto.randomUUID()
    const isOfPlan = draft.kind === 'begin' || draft.kind === 'report' || draft.kind === 'mute'
    const act = { ...draft, ...(isOfPlan ? this.plan : {}), id } as AdviceAct
    void this.#outbox.add(act, this.plan)
    return id
  }

  retry(actId: string): void {
    void this.#outbox.retry(actId)
  }

  discard(actId: string): void {
    void this.#outbox.discard(actId)
  }

  /** Reads what is new. A call during a reading leads to one more afterwards, a failure to another somewhat later. */
  refresh(): Promise<void> {
    if (this.#reading !== null) {
      this.#again = true
      return this.#reading
    }
    this.#reading = this.#readNews().finally(() => {
      this.#reading = null
      this.#retrySoon()
      if (!this.#again) return
      this.#again = false
      void this.refresh()
    })
    return this.#reading
  }

  /** A hint that came while the server could not answer is not given twice. */
  #retrySoon(): void {
    clearTimeout(this.#retry)
    this.#failures = this.#isStale ? this.#failures + 1 : 0
    if (!this.#isStale || !this.#stopFollowing) return
    const pause = Math.min(firstRetryMs * 2 ** (this.#failures - 1), longestRetryMs)
    this.#retry = setTimeout(() => void this.refresh(), pause * (0.75 + Math.random() / 2))
  }

  async #showKept(): Promise<void> {
    const shelf = await this.#outbox.shelf
    const kept = await shelf.news(this.plan).catch(() => null)
    if (kept && (this.#news === null || kept.news.rev > this.#news.rev)) {
      this.#news = kept.news
      this.#readAt = kept.at
    }
    this.#changed()
  }

  async #readNews(): Promise<void> {
    const sentBefore = this.#outbox.sentCount
    const since = this.#news?.rev ?? 0
    let outcome = await this.#get(this.plan, since)
    // A server that was put back to an older state knows nothing of this revision.
    const isBehind = outcome.kind === 'news' && outcome.news.rev < since
    if (isBehind) outcome = await this.#get(this.plan, 0)
    this.#isStale = outcome.kind === 'later'
    this.#isRefused = outcome.kind === 'refused'
    if (outcome.kind === 'refused') this.#news = null
    if (outcome.kind === 'news') {
      this.#news = mergeNews(this.#news, outcome.news, isBehind ? 0 : since)
      this.#readAt = this.#now()
      this.#readThrough = sentBefore
      // Neither the screen nor the next reading waits for this browser's disk.
      void this.#keep(this.#news, this.#readAt)
    }
    this.#changed()
  }

  async #keep(news: AdviceNews, at: number): Promise<void> {
    const { personId } = this.#me
    const shelf = await this.#outbox.shelf
    await shelf.keepNews({ personId, ...this.plan, at, news }).catch(() => undefined)
  }

  #followOutbox(): void {
    this.#changed()
    if (this.#outbox.sentCount === this.#sentSeen) return
    this.#sentSeen = this.#outbox.sentCount
    void this.refresh()
  }

  #changed(): void {
    this.#picture = this.#makePicture()
    for (const listener of this.#listeners) listener()
  }

  #makePicture(): AdvicePicture {
    const { acts, storage, link } = this.#outbox.read()
    const { branchId, month } = this.plan
    const own = acts.filter(
      ({ plan, sentNumber }) =>
        plan?.branchId === branchId &&
        plan.month === month &&
        (sentNumber === null || sentNumber > this.#readThrough),
    )
    return {
      ...layUnsent(this.#news, own, this.#me),
      readAt: this.#readAt,
      isStale: this.#isStale,
      isRefused: this.#isRefused,
      unsent: own.filter(({ state }) => state !== 'sent'),
      storage,
      link,
    }
  }
}
