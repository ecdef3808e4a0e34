// A write that came too late: its epoch is over, or the plan is finalised. It is kept whole for the secretary.
import { closeCode } from '#domain/wire.ts'
import { isAboutContent } from '../log/append-errors.ts'
import { pause } from '../log/clock.ts'
import { insist } from '../log/insist.ts'
import type { LateOutcome, LateWrite } from '../log/plan-log.ts'
import { type Connection, decideAll } from './connection.ts'
import { decodeUpdate, updateLimits } from './decode-update.ts'
import { DryRun } from './dry-run.ts'
import { Extent } from './extent.ts'
import { judge, type Verdict } from './gate.ts'
import { Horizon, Layer } from './horizon.ts'
import type { Room } from './room.ts'
import type { RoomSurroundings } from './room-surroundings.ts'
import { Turns } from './turns.ts'
import { latePoint } from './write-point.ts'
import type { Entry } from './write-queue.ts'

type NewVerdict = Extract<Verdict, { kind: 'new' }>
type LateEntry = Entry<Connection>

/** What one connection was refused so far, in order; later writes of it may build on that. */
interface Thread {
  lateEditId: string | null
  readonly layer: Layer
  readonly extent: Extent
  structs: number
  /** Has gone through all of it, as whoever reads it will. */
  readonly run: DryRun
  /** Writes that build on something which is not here; the next step 2 brings it, or they are not kept. */
  baseless: LateEntry[]
  /** Something was not kept: nothing that follows may be, since it could build on that. */
  isBroken: boolean
}

type LateRoom = Pick<Room, 'copy' | 'audience' | 'place' | 'catchUp' | 'pass'>

/**
 * Keeps late writes one at a time, in the order in which they came, and answers each with 102 only after its
 * commit. A connection's writes make one late edit. Nothing of this touches the document.
 */
export class LateEdits {
  readonly #room: LateRoom
  readonly #around: RoomSurroundings
  readonly #threads = new WeakMap<Connection, Thread>()
  readonly #turns: Turns
  #waiting = 0
  #bytes = 0

  constructor(room: LateRoom, around: RoomSurroundings) {
    this.#room = room
    this.#around = around
    this.#turns = new Turns((error) => around.report('a late edit broke', error))
  }

  get isIdle(): boolean {
    return this.#waiting === 0
  }

  /** Settles when everything that was taken so far is answered, or given up. */
  whenIdle(): Promise<void> {
    return this.#turns.take(() => Promise.resolve())
  }

  /** Bytes that wait to be kept. */
  get bytes(): number {
    return this.#bytes
  }

  /** Settles when this write is answered, or its connection closed. Never rejects. */
  async take(entry: LateEntry, epoch: number): Promise<void> {
    this.#waiting += 1
    this.#bytes += entry.bytes.byteLength
    await this.#turns.take(async () => {
      try {
        await this.#handle(entry, epoch)
      } catch (error) {
        this.#around.report('a late edit broke', error)
        this.#giveUp(entry.writer)
      }
    })
    this.#waiting -= 1
    this.#bytes -= entry.bytes.byteLength
  }

  async #handle(entry: LateEntry, epoch: number): Promise<void> {
    const { writer } = entry
    const thread = this.#threadOf(writer)
    if (writer.hasLostRight) return
    if (thread.isBroken || (writer.refusing !== null && writer.refusing !== 'finalised')) {
      return writer.refuse(entry, writer.refusing ?? 'finalised')
    }
    let verdict = this.#judge(entry, thread)
    if (verdict.kind === 'gap' || verdict.kind === 'foreign') {
      await this.#room.catchUp()
      verdict = this.#judge(entry, thread)
    }
    switch (verdict.kind) {
      case 'new':
        return this.#keep(entry, epoch, thread, verdict)
      case 'known':
        await this.#settleBaseless(entry, epoch, thread)
        return this.#answerKnown(entry, thread)
      case 'gap':
        return this.#waitForBase(entry, thread)
      case 'malformed':
        thread.isBroken = true
        return writer.close(closeCode.brokeProtocol, 'update')
      default:
        writer.refuse(entry, verdict.kind === 'tooLarge' ? 'tooLarge' : 'invalid')
        return this.#breakOff(writer, thread)
    }
  }

  #judge({ writer, bytes }: LateEntry, { layer }: Thread): Verdict {
    const { copy, audience } = this.#room
    const horizon = new Horizon(copy.doc, copy.owners, [layer])
    return judge(bytes, horizon, audience.authorOf(writer))
  }

  /** It adds nothing to the log; or nothing to the log and what was refused before it. */
  #answerKnown(entry: LateEntry, thread: Thread): void {
    const { writer } = entry
    if (writer.refusing) writer.refuse(entry, writer.refusing, thread.lateEditId)
    else decideAll([entry])
  }

  /** Is anything of this connection still waiting for a step 2? */
  isWaitingForBase(writer: Connection): boolean {
    return (this.#threads.get(writer)?.baseless.length ?? 0) > 0
  }

  #waitForBase(entry: LateEntry, thread: Thread): void {
    const { writer } = entry
    const held = thread.baseless.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
    if (held + entry.bytes.byteLength > this.#around.limits.roomQueueBytes) {
      writer.refuse(entry, 'finalised')
      return
    }
    thread.baseless.push(entry)
    writer.askForBase(entry.isStep2, () => this.#room.copy.stateVector())
  }

  /**
   * After a step 2: what it brought the base of is answered with it; the rest is refused without a name, since work
   * that an earlier page left goes out as it is and no step 2 repeats it (W27). Its author keeps it. Ends where
   * something was not kept: what still waits then was refused with it.
   */
  async #settleBaseless(step2: LateEntry, epoch: number, thread: Thread): Promise<void> {
    if (!step2.isStep2) return
    while (!step2.writer.hasLostRight) {
      const entry = thread.baseless.shift()
      if (!entry) return
      const verdict = this.#judge(entry, thread)
      if (verdict.kind === 'new') await this.#keep(entry, epoch, thread, verdict)
      else if (verdict.kind === 'known') this.#answerKnown(entry, thread)
      else entry.writer.refuse(entry, 'finalised')
    }
  }

  async #keep(entry: LateEntry, epoch: number, thread: Thread, verdict: NewVerdict): Promise<void> {
    const { writer } = entry
    const { update, layer } = verdict
    if (this.#isDear(writer.personId, thread, verdict)) {
      writer.refuse(entry, 'invalid')
      return this.#breakOff(writer, thread)
    }
    const outcome = this.#fits(thread, update)
      ? await this.#store({
          planId: this.#room.copy.planId,
          epoch,
          personId: writer.personId,
          sessionId: writer.sessionId,
          continues: thread.lateEditId,
          newId: this.#around.newId(),
          data: update,
          digest: thread.extent.digest(),
        })
      : ({ kind: 'full' } as const)
    switch (outcome.kind) {
      case 'kept':
        this.#room.pass(latePoint)
        thread.lateEditId = outcome.lateEditId
        thread.layer.absorb(layer)
        // From here on nothing of this connection counts as taken.
        writer.refusing ??= 'finalised'
        await this.#settleBaseless(entry, epoch, thread)
        return writer.refuse(entry, 'finalised', outcome.lateEditId)
      case 'full':
        writer.refuse(entry, 'finalised')
        return this.#breakOff(writer, thread)
      case 'rights':
        await this.#around.recheck([writer], this.#room.place)
        return this.#giveUp(writer)
      case 'notLate':
        return this.#giveUp(writer)
    }
  }

  /** Notes what it costs its author. Would reading it, over and over, cost everyone too much (SPEC G7)? */
  #isDear(personId: string, thread: Thread, { update, layer }: NewVerdict): boolean {
    const { doc, owners } = this.#room.copy
    const horizon = new Horizon(doc, owners, [thread.layer, layer])
    const isOwn = (client: number) => horizon.ownerOf(client) === personId
    return this.#around.efforts.isDearAddition(personId, update, thread.run, isOwn)
  }

  #breakOff(writer: Connection, thread: Thread): void {
    thread.isBroken = true
    for (const entry of thread.baseless.splice(0))
      writer.refuse(entry, writer.refusing ?? 'finalised')
  }

  /** Notes what it adds. False when the late edit would have more structs than one frame may. */
  #fits(thread: Thread, update: Uint8Array): boolean {
    const decoding = decodeUpdate(update)
    if (decoding.kind !== 'decoded') return false
    for (const structs of decoding.update.structs.values()) thread.structs += structs.length
    thread.extent.add(decoding.update, this.#room.copy.doc)
    return thread.structs <= updateLimits.structs
  }

  /** Waits for the database as long as it takes. What it will never take counts as too much. */
  async #store(write: LateWrite): Promise<Exclude<LateOutcome, { kind: 'busy' }>> {
    const { log, clock, limits, report } = this.#around
    const ask = () =>
      log.keepLateEdit(write).catch((error: unknown) => {
        report('a late edit could not be kept', error)
        throw error
      })
    for (;;) {
      const outcome = await insist(clock, ask, isAboutContent).catch(() => null)
      if (outcome === null) return { kind: 'full' }
      if (outcome.kind !== 'busy') return outcome
      await pause(clock, limits.busyRetryMs)
    }
  }

  /** Nothing of this connection is taken any more; it comes back and is judged by what holds then. */
  #giveUp(writer: Connection): void {
    writer.hasLostRight = true
    writer.close(closeCode.goingAway, 'status')
  }

  #threadOf(connection: Connection): Thread {
    const known = this.#threads.get(connection)
    if (known) return known
    const thread = {
      lateEditId: null,
      layer: new Layer(),
      extent: new Extent(),
      structs: 0,
      run: new DryRun(this.#room.copy.doc),
      baseless: [],
      isBroken: false,
    }
    this.#threads.set(connection, thread)
    return thread
  }
}
