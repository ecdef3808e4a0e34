import * as Y from 'yjs'
import { newPlanDoc } from '#domain/plan-doc.ts'
import { closeCode, type Hello, mayWrite, type Refused } from '#domain/wire.ts'
import { step1Frame, step2Frame, updateFrame } from '../frames.ts'
import { Backoff, reloadAfterMs } from './backoff.ts'
import type { BrowserSurroundings } from './browser-surroundings.ts'
import type { Chance } from './chance.ts'
import { doDeed, undoOf } from './deeds.ts'
import type { ClientEnd, Line } from './line.ts'
import { Outbox, type Unsent } from './outbox.ts'
import { hear, presenceFrame } from './server-words.ts'
import { Silence } from './silence.ts'

const fromServer = Symbol('server')
const fromOutbox = Symbol('outbox')

/**
 * One device of an honest person: the protocol as y-websocket and the plan's session in the browser speak it
 * (docs/protocol.md), with an outbox that outlives the page.
 */
export class Browser {
  readonly name: string
  readonly personId: string
  readonly outbox = new Outbox()
  doc: Y.Doc = newPlanDoc()
  hello: Hello | null = null
  isOnline = true
  /** The page is open. */
  isHere = false
  nodeAt: number
  epoch = 1
  readonly #around: BrowserSurroundings
  #undo = undoOf(this.doc)
  #line: Line | null = null
  #end: ClientEnd | null = null
  #isSynced = false
  #hasBeenSynced = false
  readonly #backoff = new Backoff()
  #silence: Silence | null = null
  #puttingBack: Unsent[] | null = null
  #refusal: Refused | null = null
  #page = 0
  /** What this page was refused. */
  #lost: Unsent[] = []

  constructor(name: string, personId: string, nodeAt: number, around: BrowserSurroundings) {
    this.name = name
    this.personId = personId
    this.nodeAt = nodeAt
    this.#around = around
  }

  /** Null while it is not connected. */
  get line(): Line | null {
    return this.#line
  }

  /** As the screen says it. */
  get isSaved(): boolean {
    return this.#line !== null && this.#isSynced && this.outbox.isSaved
  }

  /** Does the screen let the person edit? */
  get mayEdit(): boolean {
    const { hello } = this
    if (!this.isHere || !this.#hasBeenSynced || this.#refusal || !hello) return false
    return mayWrite(hello.right) && hello.status !== 'finalised'
  }

  openPage(): void {
    if (this.isHere) return
    const { chance, witness, presentEpoch } = this.#around
    this.isHere = true
    this.#page += 1
    // What is left of an epoch that is over goes to that one first.
    this.epoch = Math.min(presentEpoch(), ...this.outbox.epochs)
    this.doc = newPlanDoc()
    this.doc.clientID = chance.draw()
    this.#undo = undoOf(this.doc)
    witness.presence.holders.set(this.doc.clientID, this.personId)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => this.#made(update, origin))
    this.hello = null
    this.#hasBeenSynced = false
    this.#refusal = null
    this.#lost = []
    this.#backoff.reset()
    this.#connect()
  }

  /** The page, or the whole browser, is gone without a word. */
  crash(): void {
    if (!this.isHere) return
    this.isHere = false
    this.#line?.cut(0, this.#around.chance.int(5_000))
    this.#forgetLine()
    this.outbox.pageEnded()
    this.#undo.destroy()
    this.doc.destroy()
  }

  reload(): void {
    this.#line?.closeByClient()
    this.crash()
    this.openPage()
  }

  goOffline(): void {
    if (!this.isOnline) return
    this.isOnline = false
    this.#line?.cut(this.#around.chance.int(3_000), this.#around.chance.int(20_000))
  }

  /** Another node from the next connection on. */
  switchNode(nodes: number): void {
    this.nodeAt = (this.nodeAt + 1) % nodes
    this.#line?.closeByClient()
    this.#end?.closed(1006)
  }

  /** One move of the person. Null when there was none to make. */
  edit(chance: Chance): string | null {
    return this.mayEdit ? doDeed(this.doc, chance) : null
  }

  undo(): boolean {
    return this.mayEdit && this.#undo.undo() !== null
  }

  #connect(): void {
    if (!this.isHere || this.#end) return
    const sessionId = this.isOnline ? this.#around.signIn(this.personId) : null
    if (sessionId === null) {
      this.#later(1_000)
      return
    }
    const page = this.#page
    const isStale = () => page !== this.#page || this.#end !== end
    const end: ClientEnd = {
      opened: (line) => (isStale() ? line.closeByClient() : this.#opened(line)),
      received: (frame) => {
        if (!isStale()) this.#received(frame)
      },
      closed: (code) => {
        if (!isStale()) this.#closed(code)
      },
    }
    this.#end = end
    this.#around.knock(this.nodeAt, { room: this.epoch, sessionId }, end)
  }

  #later(ms: number): void {
    const page = this.#page
    this.#around.clock.after(ms, () => {
      if (page === this.#page && this.isHere) this.#connect()
    })
  }

  #forgetLine(): void {
    this.#line = null
    this.#end = null
    this.#isSynced = false
  }

  #opened(line: Line): void {
    this.#line = line
    this.outbox.connectionBegan()
    this.#line?.sendToServer(step1Frame(Y.encodeStateVector(this.doc)))
    this.#line?.sendToServer(presenceFrame(this.doc.clientID, this.#page))
    const { clock, tally } = this.#around
    this.#silence = new Silence(clock, () => {
      if (this.#line !== line) return
      tally.count('client: silence')
      line.closeByClient()
      this.#end?.closed(1006)
    })
  }

  /** Something changed in the document that did not come from the server. */
  #made(update: Uint8Array, origin: unknown): void {
    if (origin === fromServer) return
    let frame: number | null = null
    if (this.#line) {
      frame = this.outbox.sentUpdate()
      this.#line?.sendToServer(updateFrame(update))
      if (!this.#isSynced) this.#around.tally.count('client: typed while reconnecting')
    } else this.#around.tally.count('client: typed offline')
    if (origin === fromOutbox) {
      for (const item of this.#puttingBack ?? []) {
        item.frame = frame
        // In this page's document from now on; a step 2 carries it.
        item.isLeft = false
      }
      this.#puttingBack = null
    } else this.outbox.made(update, this.epoch, frame)
  }

  #received(frame: Uint8Array): void {
    this.#silence?.broken()
    hear(frame, {
      sync: (type, body) => this.#sync(type, body),
      hello: (hello) => {
        this.hello = hello
      },
      decided: (count) => this.#decided(count),
      refused: (refused) => this.#refused(refused),
    })
  }

  #sync(type: number, body: Uint8Array): void {
    if (type === 0) {
      this.outbox.sentStep2()
      this.#line?.sendToServer(step2Frame(Y.encodeStateAsUpdate(this.doc, body)))
      if (this.hello && this.hello.epoch > this.epoch) this.#sendLate()
      return
    }
    Y.applyUpdate(this.doc, body, fromServer)
    if (type === 1) this.#synced()
  }

  /** An epoch that is over tells nothing that unsent work could be put on; it goes out as it is. */
  #sendLate(): void {
    const left = this.outbox.leftOf(this.epoch)
    if (left.length === 0) return
    this.#around.tally.count('client: unsent work sent late')
    const frame = this.outbox.sentUpdate()
    for (const item of left) item.frame = frame
    this.#line?.sendToServer(updateFrame(Y.mergeUpdates(left.map(({ update }) => update))))
  }

  #synced(): void {
    this.#isSynced = true
    this.#hasBeenSynced = true
    this.#backoff.reset()
    const left = this.outbox.leftOf(this.epoch)
    if (left.length === 0) return
    this.#around.tally.count('client: unsent work put back')
    this.#puttingBack = left
    Y.applyUpdate(this.doc, Y.mergeUpdates(left.map(({ update }) => update)), fromOutbox)
    const isWhole = this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
    // What stands on refused work went the same way; a person finds it among the drafts.
    if (!isWhole) this.#around.tally.count('client: unsent work stood on refused work')
    if (isWhole && this.#puttingBack === null) return
    // No update came of it: the server had it all, only its answer was lost.
    this.#puttingBack = null
    if (isWhole) for (const { update } of left) this.#around.witness.saved(update, this.name)
    this.outbox.settle(left)
    if (!isWhole) this.reload()
  }

  #decided(count: number): void {
    for (const { update } of this.outbox.decide(count))
      this.#around.witness.saved(update, this.name)
    const { refusedFrom, decided } = this.outbox
    if (this.#refusal && refusedFrom !== null && decided >= refusedFrom) this.#giveUp()
    else if (this.hello && this.hello.epoch !== this.epoch && this.outbox.isSaved) this.reload()
  }

  #refused(refused: Refused): void {
    const { tally, witness, clock, keptLate } = this.#around
    tally.count(`client: refused ${refused.reason}`)
    if (refused.reason === 'invalid' || refused.reason === 'tooLarge') {
      witness.blame(`(12) an honest write of ${this.name} was refused as ${refused.reason}`)
    }
    this.#lost.push(...this.outbox.refuse(refused.frame))
    // Each frame gets its own 102; what travelled in later ones is not kept yet.
    for (const { update, frame } of this.#lost) {
      if (frame !== refused.frame) continue
      if (refused.lateEditId !== undefined) keptLate(refused.lateEditId, update)
    }
    if (this.#refusal) return
    this.#refusal = refused
    const page = this.#page
    clock.after(3_000, () => {
      if (page === this.#page && this.#refusal) this.#giveUp()
    })
  }

  /** A document with refused work in it is of no more use: a fresh page. */
  #giveUp(): void {
    if (!this.isHere) return
    this.#around.tally.count('client: a fresh session after a refusal')
    this.reload()
  }

  #closed(code: number): void {
    const { tally, witness, chance } = this.#around
    tally.count(`client: closed ${code}`)
    const hadPage = this.#page
    this.#forgetLine()
    if (code === closeCode.brokeProtocol) witness.blame(`(12) ${this.name} was cut off for good`)
    if (code >= 4400 && code < 4500) {
      this.#around.clock.after(reloadAfterMs(code, chance), () => {
        if (hadPage === this.#page && this.isHere) this.reload()
      })
      return
    }
    if (code === 1006) this.nodeAt = chance.is(0.5) ? 1 - this.nodeAt : this.nodeAt
    this.#later(this.#backoff.nextMs(chance))
  }
}
