import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { assignmentsOf, hasGap, newPlanDoc, ownMove, tasksOf } from '#domain/plan-doc.ts'
import { parseRoom } from '#domain/rooms.ts'
import { type Changed, type Hello, type Refused, schemaVersion } from '#domain/wire.ts'
import { compositionHold } from './composition-hold.ts'
import { ConnectionCourse } from './connection-course.ts'
import { type ContestedMove, watchContestedMoves } from './contested-moves.ts'
import type { WriteKind } from './counting-socket.ts'
import { NamesHeard } from './names-heard.ts'
import { type FinalClose, finalCloseOf, openPlan, type PlanLink } from './open-plan.ts'
import type { Draft } from './outbox.ts'
import { planViewStore } from './plan-view-store.ts'
import { ReunionCourse } from './reunion-course.ts'
import { isSaved, type SavingFacts } from './saving-state.ts'
import { type Reunion, UnsentChanges } from './unsent-changes.ts'
import { UnsentWork } from './unsent-work.ts'
import { WriteLedger } from './write-ledger.ts'

export interface LivePlanOptions {
  room: string
  personId: string
  /** Where the sockets live, such as `wss://host/sync`. */
  url: string
  Socket: typeof WebSocket
  now: () => number
  random: () => number
}

export interface LivePlanEvents {
  /** Anything that the screens show may be different now. */
  changed(): void
  /** Two people moved one member without knowing of each other. */
  contested(move: ContestedMove): void
  /** Rows changed on the server: read them again. */
  rows(what: Changed['what']): void
  /** The server refused work: this document can no longer be used. `draft` tells what was refused. */
  refused(draft: Omit<Draft, 'id' | 'personId' | 'room'>): void
}

/** How long a refusal waits for the decision on what went before it, in milliseconds. */
const refusalPatienceMs = 3_000
/** How long work under way keeps a plan open after its screen was left, in milliseconds. */
const lingerMs = 10_000
/** The origin of what an earlier visit left unsent. Not the provider's, so that it goes out as own updates. */
const fromOutbox = 'outbox'

/**
 * One document with its connection and its unsent work, from opening to leaving or to the first refusal.
 * Knows nothing of React; plan-store.ts puts the next one in its place.
 */
export class LivePlan {
  readonly doc = newPlanDoc()
  readonly awareness = new Awareness(this.doc)
  readonly views = planViewStore(this.doc)
  readonly unsentChanges = new UnsentChanges(this.doc, this.views)
  readonly hold = compositionHold()
  readonly undo = new Y.UndoManager([assignmentsOf(this.doc), tasksOf(this.doc)], {
    trackedOrigins: new Set([ownMove]),
    captureTimeout: 500,
  })
  hello: Hello | null = null
  closed: FinalClose | null = null
  isOpen = false

  readonly #options: LivePlanOptions
  readonly #events: LivePlanEvents
  readonly #ledger = new WriteLedger()
  readonly #course = new ConnectionCourse()
  readonly #names = new NamesHeard(this.awareness)
  readonly #reunion = new ReunionCourse()
  #unsent: UnsentWork | null = null
  #link: PlanLink | null = null
  #savedAt: number | null = null
  #isPutBack = false
  #isEnded = false
  #refusal: Refused | null = null
  readonly #refusedIds: string[] = []
  #isGivenUp = false
  #puttingBack: readonly string[] = []
  #leaving: ReturnType<typeof setTimeout> | undefined

  constructor(options: LivePlanOptions, events: LivePlanEvents) {
    this.#options = options
    this.#events = events
  }

  /** Connects; or stays, when it was about to be left. */
  enter(): void {
    clearTimeout(this.#leaving)
    if (this.#link || this.#isEnded) return
    const { room, personId } = this.#options
    this.#unsent = new UnsentWork({ personId, room, clientId: this.doc.clientID }, () =>
      this.#events.changed(),
    )
    const { doc, awareness, hold } = this
    this.#link = openPlan({ ...this.#options, doc, awareness, hold, events: this.#linkEvents() })
    // After the provider's own listener: by now it has handed the update to the socket, or could not.
    this.doc.on('update', this.#onUpdate)
    this.doc.on('beforeTransaction', this.#onBeforeTransaction)
    const isServer = this.#link.isServer
    watchContestedMoves(this.doc, isServer, this.#events.contested, this.#options.now)
  }

  /** The screen is gone: ends as soon as what is under way is decided, at the latest after ten seconds. */
  leave(): void {
    const giveUpAt = this.#options.now() + lingerMs
    const check = () => {
      const isDone = this.#ledger.undecided === 0 || !this.#link?.isConnected()
      if (isDone || this.#options.now() >= giveUpAt) this.end()
      else this.#leaving = setTimeout(check, 50)
    }
    this.#leaving = setTimeout(check, 0)
  }

  /** Ends at once. What is unsent stays in the outbox. */
  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    clearTimeout(this.#leaving)
    this.#link?.close()
    void this.#unsent?.close()
    this.views.close()
    this.undo.destroy()
    this.awareness.destroy()
    this.doc.destroy()
  }

  /** Attempts a connection now. `byHand` when a person asked, who then wants to see that it is tried. */
  tryNow(byHand: boolean): void {
    this.closed = null
    this.#link?.tryNow()
    this.#course.isRetryByHand = byHand
    this.#events.changed()
  }

  /** The page came back or the network says so: worth trying again, nothing more. */
  hint(): void {
    if (!this.closed && this.#course.heeds(this.#options.now())) this.tryNow(false)
  }

  /** Is there work that closing this page would leave unsent? */
  hasUnsaved(): boolean {
    return this.#ledger.undecided > 0
  }

  /** Who writes, or wrote, as this Yjs client; null for somebody who has not been here meanwhile. */
  nameOf(clientId: number): string | null {
    return this.#names.of(clientId)
  }

  /** What both sides did while this one was away; null when nothing came together. */
  get reunion(): Reunion | null {
    return this.#reunion.present
  }

  /** The outbox of this tab; null before it was entered. */
  get unsent(): UnsentWork | null {
    return this.#unsent
  }

  facts(): Omit<SavingFacts, 'refused'> {
    return {
      ...this.#course.facts(),
      closed: this.closed,
      isOpen: this.isOpen,
      isLedgerSaved: this.#ledger.isSaved(),
      isPutBack: this.#isPutBack,
      undecided: this.#ledger.undecided,
      waitingSince: this.#ledger.waitingSince,
      savedAt: this.#savedAt,
      merged: this.#reunion.fact(),
      storage: this.#unsent?.health ?? 'opening',
      isOldVersion: this.hello !== null && this.hello.schema > schemaVersion,
    }
  }

  #linkEvents() {
    const { now } = this.#options
    const told = <Args extends unknown[]>(handle: (...args: Args) => void) => {
      return (...args: Args): void => {
        if (this.#isEnded) return
        handle(...args)
        this.#events.changed()
      }
    }
    return {
      connecting: told(() => this.#course.connecting()),
      connected: told(() => {
        this.#course.connected()
        this.#ledger.connectionBegan(now())
        if (this.isOpen) this.unsentChanges.reconnected()
      }),
      lost: told((retryAt: number | null) => {
        this.#course.lost(retryAt, now())
        this.#ledger.connectionEnded()
      }),
      closed: told((code: number) => {
        this.closed = finalCloseOf(code)
      }),
      hello: told((hello: Hello) => {
        this.hello = hello
        // The epoch is over, or another began: the page looks up which room is the plan's now.
        if (hello.epoch !== parseRoom(this.#options.room).epoch) this.#events.rows('status')
      }),
      synced: told(() => this.#synced()),
      wrote: told((kind: WriteKind) => this.#ledger.wrote(kind, now())),
      keptBack: told((kind: WriteKind) => {
        this.#ledger.wrote(kind, now())
        const { sent } = this.#ledger.count
        // The provider sends before the update is in the ledger: by the next turn it is.
        queueMicrotask(() => this.#refused({ frame: sent, reason: 'tooLarge' }))
      }),
      decided: told((count: number) => this.#decided(count)),
      refused: told((refused: Refused) => this.#refused(refused)),
      changed: told((changed: Changed) => this.#events.rows(changed.what)),
    }
  }

  #synced(): void {
    this.#course.synced()
    this.isOpen = true
    const reunion = this.unsentChanges.joined(this.#ledger.undecided > 0)
    if (reunion) this.#reunion.began(reunion)
    void this.#putBack()
  }

  /** Brings back what an earlier visit, or a tab that is gone, could not send. */
  async #putBack(): Promise<void> {
    const left = await this.#unsent?.takeOver()
    if (this.#isEnded) return
    if (left && left.ids.length > 0) {
      if (this.#ledger.undecided === 0) this.unsentChanges.rememberBase()
      this.#puttingBack = left.ids
      Y.applyUpdate(this.doc, Y.mergeUpdates(left.updates), fromOutbox)
      // No update came of it: the server had it all, only its answer was lost.
      if (hasGap(this.doc)) {
        // It builds on something that the server never took, so it can never be sent.
        this.#refusedIds.push(...left.ids)
        return this.#giveUp({ frame: 1, reason: 'invalid' })
      }
      if (this.#puttingBack.length > 0) this.#unsent?.settle(this.#puttingBack)
      else this.#reunion.began({ mine: this.unsentChanges.read(), others: [] })
      this.#puttingBack = []
    }
    this.#isPutBack = true
    this.#noteSaved()
    this.#events.changed()
  }

  readonly #onBeforeTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local && this.#ledger.undecided === 0) this.unsentChanges.rememberBase()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (this.#link?.isServer(origin)) return
    const now = this.#options.now()
    if (origin === fromOutbox) {
      this.#ledger.made(this.#puttingBack, now)
      this.#puttingBack = []
    } else if (this.#unsent) {
      this.#ledger.made([this.#unsent.add(update)], now)
    }
    this.#events.changed()
  }

  #decided(count: number): void {
    this.#unsent?.settle(this.#ledger.decided(count))
    this.#noteSaved()
    if (this.#refusal && this.#ledger.isRefusalComplete()) void this.#giveUp(this.#refusal)
  }

  #noteSaved(): void {
    if (!isSaved({ ...this.facts(), refused: null })) return
    this.#savedAt = this.#options.now()
    this.#reunion.saved(this.#savedAt)
  }

  #refused(refused: Refused): void {
    if (this.#isEnded) return
    // Frames that waited for a step 2 that was refused are named after a higher one, and count as refused too.
    this.#refusedIds.push(...this.#ledger.refused(refused.frame))
    if (this.#refusal) return
    this.#refusal = refused
    if (this.#ledger.isRefusalComplete()) void this.#giveUp(refused)
    else setTimeout(() => this.#giveUp(refused), refusalPatienceMs)
  }

  /** Moves what was refused to the drafts, then hands over to a fresh document. */
  async #giveUp({ frame, ...refusal }: Refused): Promise<void> {
    if (this.#isGivenUp || this.#isEnded) return
    this.#isGivenUp = true
    this.#refusedIds.push(...this.#ledger.refused(frame))
    const draft = { ...refusal, changes: this.unsentChanges.read(), at: this.#options.now() }
    // The next document takes over what is in the outbox: what was refused must be out of it by then.
    await this.#unsent?.refuse(this.#refusedIds, draft)
    this.end()
    this.#events.refused(draft)
  }
}
