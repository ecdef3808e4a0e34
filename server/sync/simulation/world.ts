import * as Y from 'yjs'
import { beginPlanDoc } from '#domain/begin-plan-doc.ts'
import { monthAt } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Announcement } from '../../db/announce.ts'
import { openPlanDoc } from '../../log/fold-rows.ts'
import type { MemoryPlan } from '../../log/memory-log.ts'
import { type SyncLimits, syncLimits } from '../sync-limits.ts'
import { Browser } from './browser.ts'
import { Chance } from './chance.ts'
import { Forger } from './forger.ts'
import { NodeHost } from './node-host.ts'
import { Store } from './store.ts'
import type { Tally } from './tally.ts'
import { VirtualClock } from './virtual-clock.ts'
import { Witness } from './witness.ts'

/** Small enough that a few people and a few seconds come to every bound. */
export const tightLimits: SyncLimits = {
  ...syncLimits,
  framesPerSecond: 20,
  frameBurst: 40,
  laggingBytes: 2_048,
  drainedBytes: 512,
  hopelessBytes: 65_536,
  laggingMs: 10_000,
  roomQueueBytes: 2_048,
  nodeQueueBytes: 4_096,
  snapshotRows: 12,
  unloadAfterMs: 3_000,
}

/** How notices between nodes travel at present. */
export type NoticeMood = 'prompt' | 'late' | 'lossy' | 'off'

const roles: readonly [name: string, role: RoleName][] = [
  ['An', 'secretary'],
  ['Bình', 'deputy'],
  ['Chi', 'committee'],
  ['Dung', 'member'],
  ['Em', 'committee'],
]
/** 2 November 2026, morning in Vietnam. */
const startsAt = Date.UTC(2026, 10, 2, 1)
const hour = 3_600_000

/** Two nodes, one store, five honest browsers of four people, and one who forges. All of it from one seed. */
export class World {
  readonly chance: Chance
  readonly clock = new VirtualClock(startsAt)
  readonly tally: Tally
  readonly witness: Witness
  readonly store: Store
  readonly nodes: readonly NodeHost[]
  readonly browsers: readonly Browser[]
  readonly forger: Forger
  readonly branchId: string
  readonly people: readonly { personId: string; role: RoleName }[]
  notices: NoticeMood = 'prompt'
  readonly #sessions = new Map<string, string>()
  readonly #net: Chance

  constructor(seed: number, tally: Tally) {
    this.chance = new Chance(seed)
    this.#net = this.chance.fork()
    this.tally = tally
    this.branchId = this.chance.newId()
    this.witness = new Witness(() => this.store.people)
    this.store = new Store(this.clock, this.chance.fork(), tally, {
      rights: (personId) => this.#announceToAll({ kind: 'rights', personId }),
      written: (plan, batch, rows) => {
        tally.count('rows written', rows.length)
        this.witness.written(plan, batch, rows)
      },
    })
    this.people = roles.map(([name, role]) => this.#newPerson(name, role))
    this.nodes = [0, 1].map(() => this.#newNode())
    const [an, binh, chi, dung, em] = this.people.map((person) => person.personId)
    const devices = { An1: an, An2: an, Bình: binh, Chi: chi, Dung: dung }
    this.browsers = Object.entries(devices).map(([name, personId = ''], at) =>
      this.#newBrowser(name, personId, at % 2),
    )
    this.forger = new Forger(em ?? '', this.#around(), {
      browsers: this.browsers,
      isOwned: (clientId, nodeAt) => this.#isOwned(clientId, nodeAt),
    })
  }

  #isOwned(clientId: number, nodeAt: number): boolean {
    const rooms = this.nodes[nodeAt]?.node?.rooms.open.values() ?? []
    return [...rooms].some((room) => typeof room.copy.owners.get(clientId) === 'string')
  }

  get plan(): MemoryPlan | null {
    for (const plan of this.store.log.plans.values()) return plan
    return null
  }

  #newPerson(name: string, role: RoleName) {
    const personId = this.chance.newId()
    this.store.people.add(personId, name)
    this.store.people.setRole(personId, this.branchId, role)
    this.witness.presence.names.set(personId, name)
    return { personId, role }
  }

  #newNode(): NodeHost {
    const { clock, tally, witness, store, branchId } = this
    return new NodeHost({
      ...{ clock, tally, witness, store },
      chance: this.chance.fork(),
      limits: tightLimits,
      place: { unitId: branchId, above: [] },
      tell: (from, message) => this.#announce(message, (node) => node !== from),
      beginPlan: async () => this.#beginPlan(),
    })
  }

  #around() {
    const { clock, tally, witness } = this
    return {
      ...{ clock, tally, witness },
      chance: this.chance.fork(),
      knock: this.knock,
      presentEpoch: () => this.plan?.epoch ?? 1,
      signIn: (personId: string) => this.signIn(personId),
      keptLate: (id: string, update: Uint8Array) => {
        tally.count('late edit kept')
        const kept = this.store.log.lateEdits.all.find((edit) => edit.id === id)
        this.witness.keptLate(update, kept?.parts.map(({ data }) => data) ?? [])
      },
    }
  }

  #newBrowser(name: string, personId: string, nodeAt: number): Browser {
    return new Browser(name, personId, nodeAt, this.#around())
  }

  readonly knock = (
    nodeAt: number,
    asked: { room: number; sessionId: string },
    end: Parameters<NodeHost['knock']>[1],
  ): void => {
    const month = monthAt(this.clock.now())
    const room = formatRoom({ branchId: this.branchId, month, epoch: asked.room })
    this.nodes[nodeAt]?.knock({ room, sessionId: asked.sessionId, address: '192.0.2.1' }, end)
  }

  /** The person's session; a new one when the last is over; null for someone disabled. */
  signIn(personId: string): string | null {
    const known = this.#sessions.get(personId)
    if (known !== undefined && this.store.people.holding(known)) return known
    const sessionId = this.#net.newId()
    this.store.people.beginSession(sessionId, personId, this.clock.now() + 2 * hour)
    this.#sessions.set(personId, sessionId)
    return this.store.people.holding(sessionId) ? sessionId : null
  }

  sessionOf(personId: string): string | null {
    return this.#sessions.get(personId) ?? null
  }

  /** What an action of the pages does when a plan is finalised or opened again. */
  setStatus(isFinal: boolean): void {
    const { plan } = this
    if (!plan) return
    if (!isFinal) plan.epoch += 1
    plan.status = isFinal ? 'finalised' : 'drafting'
    this.#announceToAll({ kind: 'changed', what: 'status', branchIds: [this.branchId] })
  }

  #announceToAll(message: Announcement): void {
    this.#announce(message, () => true)
  }

  #announce(message: Announcement, isFor: (node: NodeHost) => boolean): void {
    for (const node of this.nodes ?? []) {
      if (!isFor(node)) continue
      if (this.notices === 'off' || (this.notices === 'lossy' && this.#net.is(0.5))) {
        this.tally.count('notice: lost')
        continue
      }
      this.tally.count('notice: sent')
      const delay = this.notices === 'late' ? this.#net.int(3_000) : this.#net.int(20)
      this.clock.after(delay, () => node.hear(message))
    }
  }

  #beginPlan(): string {
    const known = this.plan
    if (known) return known.planId
    const planId = this.#net.newId()
    const doc = openPlanDoc()
    doc.clientID = this.#net.draw()
    const template = {
      review: ['Tháng trước bản đã làm đường.', 'Còn hai hộ nghèo.'],
      focus: ['Họp dân.'],
      organisation: [],
      tasks: [{ title: 'Thăm hộ nghèo', field: null }],
    }
    const newId = () => this.#net.newId()
    beginPlanDoc(doc, {
      ...{ previous: null, template, newId },
      ...{ memberIds: [], groupIds: [], hamletIds: [] },
    })
    this.store.log.addPlan(
      { planId, branchId: this.branchId, month: monthAt(this.clock.now()) },
      { batchId: newId(), clientId: doc.clientID, data: Y.encodeStateAsUpdate(doc) },
    )
    if (this.plan) this.witness.began(this.plan)
    return planId
  }

  /** What holds after every step. */
  look(): void {
    const rooms = this.nodes.flatMap((host) => [...(host.node?.rooms.open.values() ?? [])])
    this.witness.look(this.plan, rooms)
    // Everyone may have one frame more in the queue than its bound, and one connection that is gone.
    const slack = 12 * this.forger.largestFrame
    for (const room of rooms) {
      if (room.queuedBytes > tightLimits.roomQueueBytes + slack) {
        this.witness.blame(`(9) ${room.queuedBytes} bytes wait for the log`)
      }
      for (const { transport } of room.audience.connections) {
        if (transport.bufferedBytes > tightLimits.hopelessBytes + 32_768) {
          this.witness.blame(`(9) ${transport.bufferedBytes} bytes wait for one socket`)
        }
      }
    }
  }
}
