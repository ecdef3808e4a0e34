// Fifth stop of a write: everyone at one plan on this node, around the one copy of its document.
import type { Place } from '#domain/rights.ts'
import { closeCode, limits, type PlanStatus } from '#domain/wire.ts'
import type { Appender } from '../log/group-commit.ts'
import type { AppendOutcome, LoadedPlan, PlanBatch, PlanHead } from '../log/plan-log.ts'
import { Audience } from './audience.ts'
import { type Connection, decideAll } from './connection.ts'
import { judge, type Verdict } from './gate.ts'
import { Horizon, type Layer } from './horizon.ts'
import { LateEdits } from './late-edits.ts'
import { PlanCopy, type SharedChange } from './plan-copy.ts'
import type { RoomSurroundings } from './room-surroundings.ts'
import { recheckEveryone } from './standings.ts'
import { Turns } from './turns.ts'
import type { WritePoint } from './write-point.ts'
import { type Entry, WriteQueue } from './write-queue.ts'

type QueuedWrite = Entry<Connection>

export class Room implements Appender {
  readonly place: Place
  readonly copy: PlanCopy
  readonly audience: Audience
  /** What comes too late for this plan. */
  readonly late: LateEdits
  readonly epoch: number
  /** Once it is `finalised`, every write is late. */
  status: PlanStatus
  rightsRev: bigint
  readonly #queue = new WriteQueue<Connection>()
  readonly #around: RoomSurroundings
  /** Where the database is asked in between, one thing happens at a time. */
  readonly #turns: Turns
  #isDigesting = false
  #isDropped = false
  #hasNews = false

  constructor(loaded: LoadedPlan, place: Place, around: RoomSurroundings) {
    this.place = place
    this.epoch = loaded.epoch
    this.status = loaded.status
    this.rightsRev = loaded.rightsRev
    this.copy = new PlanCopy(loaded, around.log, around.clock)
    this.audience = new Audience(this.copy, around)
    this.#around = around
    this.late = new LateEdits(this, around)
    this.#turns = new Turns((error) => {
      around.report('a room broke', error)
      // This copy may be wrong. Clients come back to a fresh one.
      this.end(closeCode.tryLater, 'reload')
    })
  }

  get planId(): string {
    return this.copy.planId
  }

  /** Set when this copy is no longer kept up to date; nothing goes in or out any more. */
  get isDropped(): boolean {
    return this.#isDropped
  }

  /** Does anything here wait to be decided? */
  get hasUnsettled(): boolean {
    return !this.#queue.isEmpty || this.#isDigesting || !this.late.isIdle
  }

  /** Bytes that wait for the database. */
  get queuedBytes(): number {
    return this.#queue.bytes + this.late.bytes
  }

  pass(point: WritePoint): void {
    this.#around.pass?.(point, this.planId)
  }

  join(connection: Connection): void {
    this.audience.join(connection)
    if (connection.rightsRev < this.rightsRev) void this.#turns.take(() => this.#learnRights())
  }

  /** Does this update hold nothing that the log lacks? For those who may not write. What waits is not in it. */
  addsNothing(connection: Connection, update: Uint8Array): boolean {
    const committed = new Horizon(this.copy.doc, this.copy.owners, [])
    return judge(update, committed, this.audience.authorOf(connection)).kind === 'known'
  }

  /** Takes one write frame of someone who may write. A promise when it takes time, null when it is done. */
  write(
    connection: Connection,
    ordinal: number,
    bytes: Uint8Array,
    isStep2: boolean,
  ): Promise<void> | null {
    const entry: QueuedWrite = { writer: connection, ordinal, isStep2, bytes, update: null }
    const verdict = this.#judge(connection, bytes)
    if (verdict.kind !== 'gap' && verdict.kind !== 'foreign') {
      this.#accept(entry, verdict)
      return this.#queue.whenBelow(this.#around.limits.roomQueueBytes)
    }
    // What is missing here may be in the log already, from another node.
    return this.catchUp().then(() =>
      this.status === 'finalised'
        ? this.late.take(entry, this.epoch)
        : this.#accept(entry, this.#judge(connection, bytes)),
    )
  }

  #judge(connection: Connection, bytes: Uint8Array): Verdict {
    const horizon = this.#queue.horizonOver(this.copy.doc, this.copy.owners)
    return judge(bytes, horizon, this.audience.authorOf(connection))
  }

  #accept(entry: QueuedWrite, verdict: Verdict): void {
    const { writer, ordinal, isStep2 } = entry
    this.pass('judged')
    if (this.#isDropped || writer.hasLostRight) return
    switch (verdict.kind) {
      case 'malformed':
        writer.close(closeCode.brokeProtocol, 'update')
        break
      case 'invalid':
      case 'foreign':
        writer.refuse(entry, 'invalid')
        break
      case 'tooLarge':
        writer.refuse(entry, 'tooLarge')
        break
      case 'gap':
        writer.noteGap(ordinal, isStep2, () => this.copy.stateVector())
        break
      case 'known':
        if (this.#queue.isEmpty) decideAll([entry])
        else this.#queue.add(entry, null)
        break
      case 'new':
        this.#queueUp({ ...entry, update: verdict.update }, verdict.update, verdict.layer)
    }
  }

  #queueUp(entry: QueuedWrite, update: Uint8Array, layer: Layer): void {
    if (this.copy.wouldExceed(limits.maxPlanBytes, this.#queue.bytes + update.byteLength)) {
      entry.writer.refuse(entry, 'tooLarge')
    } else {
      this.#queue.add(entry, layer)
      this.pass('queued')
      this.#around.enlist(this)
    }
  }

  take(): PlanBatch | null {
    // While an outcome is digested the queue stands still; its end asks for the next turn.
    if (this.#isDropped || this.#isDigesting) return null
    // A right may be gone and its rev known before the batch that waited for the row goes in again.
    if ([...this.#queue.writers].some((writer) => writer.hasLostRight)) this.#judgeAnew()
    let batch = this.#queue.take()
    while (batch.rows.length === 0) {
      decideAll(this.#queue.settle())
      if (this.#queue.isEmpty) return null
      batch = this.#queue.take()
    }
    if (this.#around.efforts.refuse(batch, this.#queue.inFlight, this.copy)) {
      this.#judgeAnew()
      return this.take()
    }
    this.pass('committing')
    const rightsRev = this.#queue.oldestRightsRev(this.rightsRev)
    return { planId: this.planId, epoch: this.epoch, rightsRev, ...batch }
  }

  settle(outcome: AppendOutcome): void {
    if (outcome.kind === 'busy') {
      this.#around.clock.after(this.#around.limits.busyRetryMs, () => this.#around.enlist(this))
      return
    }
    this.#isDigesting = true
    void this.#turns.take(async () => {
      await this.#digest(outcome)
      this.#isDigesting = false
      if (!this.#queue.isEmpty) this.#around.enlist(this)
    })
  }

  /** Whose row it is that the database refuses shows when each writer's goes alone: theirs is refused then. */
  fail(error: unknown): void {
    this.#around.report('the database refuses what the gate let through', error)
    const [first, ...others] = new Set(this.#queue.inFlight.map((entry) => entry.writer))
    if (first && others.length === 0) first.refusing ??= 'invalid'
    this.#judgeAnew(this.#queue.takeApart())
  }

  async #digest(outcome: Exclude<AppendOutcome, { kind: 'busy' }>): Promise<void> {
    switch (outcome.kind) {
      case 'appended':
        return this.#committed(outcome.base)
      case 'rights':
        await this.#learnRights(outcome.rev)
        return this.#judgeAnew()
      case 'sessions':
        for (const writer of this.#queue.writers) {
          const isOver = outcome.sessionIds.includes(writer.sessionId)
          if (isOver) writer.loseRight(closeCode.signInAgain, 'session')
        }
        return this.#judgeAnew()
      case 'owner':
        await this.copy.learnOwners(outcome.clientIds)
        this.#share(await this.copy.readOn(), null)
        return this.#judgeAnew()
      case 'epoch':
      case 'finalised':
        this.#share(await this.copy.readOn(), null)
        return this.#finalise()
    }
  }

  /** Durable; now it may be seen. Rows of other nodes that came before ours go in before ours. */
  async #committed(base: bigint): Promise<void> {
    this.pass('committed')
    const { rows, claims } = this.#queue.take()
    for (const { clientId, personId } of claims) this.copy.owners.set(clientId, personId)
    const [only, ...others] = new Set(this.#queue.inFlight.map((entry) => entry.writer))
    if (base === this.copy.seq) {
      const change = this.copy.apply(rows.map((row) => row.data))
      this.pass('applied')
      this.#share(change, others.length === 0 && only ? only : null)
    } else this.#share(await this.copy.readOn(), null)
    this.pass('shared')
    decideAll(this.#queue.settle())
    this.pass('decided')
  }

  /** All that waits came too late, and so does all that follows. Everyone leaves once it is kept. */
  #finalise(): void {
    this.status = 'finalised'
    const kept = this.#queue.clear().map((entry) => this.late.take(entry, this.epoch))
    // Not awaited within the turn: what is late may need a turn to read the log.
    void Promise.all(kept).then(() => this.end(closeCode.goingAway, 'finalised'))
  }

  /** Something that later writes were judged by was not taken: all that wait are judged again, in order. */
  #judgeAnew(waiting = this.#queue.clear()): void {
    for (const entry of waiting) {
      if (entry.writer.hasLostRight) continue
      if (entry.writer.refusing) entry.writer.refuse(entry, entry.writer.refusing)
      else this.#accept({ ...entry, update: null }, this.#judge(entry.writer, entry.bytes))
    }
  }

  /** Reads the log to its head. */
  catchUp(): Promise<void> {
    return this.#turns.take(async () => this.#share(await this.copy.readOn(), null))
  }

  /** The log has grown, someone says. Saying it twice before it is looked at is saying it once. */
  noteNews(): void {
    if (this.#hasNews) return
    this.#hasNews = true
    void this.#turns.take(async () => {
      this.#hasNews = false
      this.#share(await this.copy.readOn(), null)
    })
  }

  /** What a poll or an announcement told about this plan. */
  noteHead(head: PlanHead): void {
    const isOver = head.epoch !== this.epoch || head.status === 'finalised'
    // What waits is then kept as late before anyone is sent away; the append is about to say so.
    if (isOver && !(this.#queue.isEmpty && this.late.isIdle)) return
    if (head.epoch !== this.epoch || head.status !== this.status) {
      this.end(closeCode.goingAway, 'status')
      return
    }
    const rev = head.rightsRev
    if (rev > this.rightsRev) void this.#turns.take(() => this.#learnRights(rev))
    if (head.seq > this.copy.seq && !this.#isDigesting) this.noteNews()
  }

  /** `rev` was read before the rights are, so they are at least as new as it says. */
  async #learnRights(rev = this.rightsRev): Promise<void> {
    const everyone = () => [...this.audience.connections, ...this.#queue.writers]
    await recheckEveryone(rev, everyone, (some) => this.#around.recheck(some, this.place))
    if (rev > this.rightsRev) this.rightsRev = rev
  }

  #share(change: SharedChange | null, author: Connection | null): void {
    if (!change || this.#isDropped) return
    this.audience.share(change, author)
    this.#around.noteGrowth(this)
  }

  /** Closes everyone here and forgets what waits; their clients still hold it. */
  end(code: number, reason: string): void {
    if (this.#isDropped) return
    this.#isDropped = true
    this.#turns.end()
    this.audience.dismiss(code, reason)
    this.#queue.clear()
    this.#around.drop(this)
  }
}
