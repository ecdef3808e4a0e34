import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { frameType } from '#domain/wire.ts'
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from '../frames.ts'
import type { Browser } from './browser.ts'
import type { BrowserSurroundings } from './browser-surroundings.ts'
import type { Line } from './line.ts'

const forgeries = {
  noise: 2,
  cutShort: 2,
  bitFlip: 3,
  foreignId: 3,
  unknownRoot: 2,
  badValue: 2,
  gap: 2,
  foreignDelete: 2,
  replay: 2,
  othersPresence: 3,
  badVector: 1,
  text: 1,
  flood: 1,
} as const
export type Forgery = keyof typeof forgeries

/** Whom a forger can hurt. */
export interface Others {
  readonly browsers: readonly Browser[]
  /** Does a node know whose client id this is? Ids that nobody has written with are anyone's. */
  isOwned(clientId: number, nodeAt: number): boolean
}

/** Someone with a session and the right to edit who sends what no honest browser would. */
export class Forger {
  readonly personId: string
  /** Of everything that anyone may send here. */
  largestFrame = 4_096
  readonly #around: BrowserSurroundings
  readonly #others: Others
  #line: Line | null = null
  #isKnocking = false
  #nodeAt = 0
  readonly #heard: Uint8Array[] = []

  constructor(personId: string, around: BrowserSurroundings, others: Others) {
    this.personId = personId
    this.#around = around
    this.#others = others
  }

  /** Connects, or sends the next forgery. Returns what it did. */
  act(): string {
    if (this.#line === null) return this.#connect()
    const { chance } = this.#around
    const forgery = chance.weighted(forgeries)
    if (forgery === 'text') this.#line.sendTextToServer()
    else if (forgery === 'flood') {
      const gap = updateFrame(this.#gap())
      for (let n = 0; n < 60; n += 1) this.#send(gap)
    } else this.#send(this.#make(forgery))
    return forgery
  }

  #connect(): string {
    if (this.#isKnocking) return 'waits'
    const { chance, signIn, knock, presentEpoch, tally } = this.#around
    const sessionId = signIn(this.personId)
    if (sessionId === null) return 'may not sign in'
    this.#isKnocking = true
    this.#nodeAt = chance.int(2)
    knock(
      this.#nodeAt,
      { room: presentEpoch(), sessionId },
      {
        opened: (line) => {
          this.#line = line
          this.#isKnocking = false
          // Now and then without any manners.
          if (chance.is(0.8)) this.#send(step1Frame(Uint8Array.of(0)))
        },
        received: (frame) => this.#received(frame),
        closed: (code) => {
          tally.count(`forger: closed ${code}`)
          this.#line = null
          this.#isKnocking = false
        },
      },
    )
    return 'connects'
  }

  #received(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === frameType.refused) this.#around.tally.count('forger: refused')
    if (type !== frameType.sync || decoding.readVarUint(decoder) === 0) return
    this.#heard.push(decoding.readVarUint8Array(decoder))
    if (this.#heard.length > 20) this.#heard.shift()
  }

  #send(frame: Uint8Array): void {
    this.#line?.sendToServer(frame)
  }

  #make(forgery: Exclude<Forgery, 'text' | 'flood'>): Uint8Array {
    const { chance } = this.#around
    switch (forgery) {
      case 'noise':
        return Uint8Array.from({ length: chance.between(1, 40) }, () => chance.int(256))
      case 'cutShort': {
        const heard = this.#someUpdate()
        return updateFrame(heard.subarray(0, chance.int(heard.length)))
      }
      case 'bitFlip': {
        const bytes = this.#someUpdate().slice()
        const at = chance.int(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.int(8))
        return updateFrame(bytes)
      }
      case 'foreignId':
        return updateFrame(this.#inTheNameOf(this.#victim()))
      case 'unknownRoot':
        return updateFrame(this.#made((doc) => doc.getMap('extra').set('a', 1)))
      case 'badValue':
        return updateFrame(this.#made((doc) => doc.getMap('assignments').set('m1.0', { a: 1 })))
      case 'gap':
        return updateFrame(this.#gap())
      case 'foreignDelete':
        return updateFrame(this.#foreignDelete())
      case 'replay':
        return step2Frame(this.#someUpdate())
      case 'othersPresence':
        return this.#othersPresence()
      case 'badVector':
        return step1Frame(Uint8Array.of(3, 255, 255))
    }
  }

  #victim(): Browser | undefined {
    return this.#around.chance.pick(
      this.#others.browsers.filter(({ doc }) => this.#others.isOwned(doc.clientID, this.#nodeAt)),
    )
  }

  #someUpdate(): Uint8Array {
    return this.#around.chance.pick(this.#heard) ?? Uint8Array.of(0, 0)
  }

  #made(act: (doc: Y.Doc) => void, clientId = this.#around.chance.draw()): Uint8Array {
    const doc = new Y.Doc({ guid: 'forged' })
    doc.clientID = clientId
    act(doc)
    return Y.encodeStateAsUpdate(doc)
  }

  /** Structs that would silence somebody: under their id, where their next ones belong. */
  #inTheNameOf(victim: Browser | undefined): Uint8Array {
    const doc = new Y.Doc({ guid: 'forged' })
    if (victim) Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim.doc))
    const before = Y.encodeStateVector(doc)
    doc.clientID = victim?.doc.clientID ?? 1
    doc.getMap('assignments').set('m9.0', { memberId: 'm9', target: { kind: 'group', id: 'g1' } })
    return Y.encodeStateAsUpdate(doc, before)
  }

  #gap(): Uint8Array {
    const doc = new Y.Doc({ guid: 'forged' })
    doc.clientID = this.#around.chance.draw()
    doc.getXmlFragment('review').insert(0, [new Y.XmlElement('paragraph')])
    const before = Y.encodeStateVector(doc)
    doc.getXmlFragment('review').insert(1, [new Y.XmlElement('paragraph')])
    return Y.encodeStateAsUpdate(doc, before)
  }

  /** Deletes what is not there yet, of somebody who is. */
  #foreignDelete(): Uint8Array {
    const victim = this.#victim()
    return encoding.encode((encoder) => {
      for (const n of [0, 1, victim?.doc.clientID ?? 1, 1, 100_000, 5]) {
        encoding.writeVarUint(encoder, n)
      }
    })
  }

  #othersPresence(): Uint8Array {
    const { chance } = this.#around
    const victim = this.#victim()
    const state = JSON.stringify({ user: { name: 'Bí thư', id: victim?.personId }, open: 'board' })
    return awarenessFrame(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, victim?.doc.clientID ?? 1)
        encoding.writeVarUint(encoder, 1_000_000)
        encoding.writeVarString(encoder, chance.is(0.3) ? 'null' : state)
      }),
    )
  }
}
