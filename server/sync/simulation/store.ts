import { MemoryLog, type MemoryPlan, type MemoryRow } from '../../log/memory-log.ts'
import { MemoryPeople } from '../../log/memory-people.ts'
import type { PlanBatch, PlanLog } from '../../log/plan-log.ts'
import type { Chance } from './chance.ts'
import type { Tally } from './tally.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** A node from its start to its end; what comes after its end is for nobody. */
export interface Life {
  isOver: boolean
}

/** How the store is at present. */
export const storeMoods = ['calm', 'shaky', 'away', 'full', 'slow'] as const
export type StoreMood = (typeof storeMoods)[number]

/** What becomes of one call. */
type Fate =
  | 'answered'
  /** It never came to the store. */
  | 'lostBefore'
  /** Done and committed; the answer is lost. */
  | 'lostAfter'
  /** The answer is lost, and the store does it only later. */
  | 'doneLater'
  /** The same while the store holds the plan's row meanwhile. */
  | 'heldAndDoneLater'
  /** The store says no and keeps nothing. */
  | 'refused'

/** Says once what becomes of a call, for scenarios that choose it. */
export type FateOf = (call: string, number: number) => Fate | null

/** The one store of all nodes: PostgreSQL as they see it, with latency, failures and lost answers. */
export class Store {
  readonly people: MemoryPeople
  readonly log: MemoryLog
  mood: StoreMood = 'calm'
  /** Calls so far. */
  calls = 0
  fateOf: FateOf | null = null
  readonly #clock: VirtualClock
  readonly #chance: Chance
  readonly #tally: Tally

  constructor(
    clock: VirtualClock,
    chance: Chance,
    tally: Tally,
    hears: {
      rights(personId: string): void
      written(plan: MemoryPlan, batch: PlanBatch, rows: readonly MemoryRow[]): void
    },
  ) {
    this.#clock = clock
    this.#chance = chance
    this.#tally = tally
    this.people = new MemoryPeople(
      () => clock.now(),
      (personId, unitIds) => {
        this.log.raiseRightsRev(unitIds)
        hears.rights(personId)
      },
    )
    this.log = new MemoryLog(this.people, hears.written)
  }

  /** The log as one node gets at it. */
  logFor(life: Life): PlanLog {
    const { log } = this
    return {
      append: (batchId, batches, again) => {
        const planIds = batches.map((batch) => batch.planId)
        const run = () => log.append(batchId, batches, again)
        if (again) this.#tally.count('append asked again')
        return this.call(life, 'append', run, planIds)
      },
      keepLateEdit: (write) =>
        this.call(life, 'keepLateEdit', () => log.keepLateEdit(write), [write.planId]),
      load: (planId) => this.call(life, 'load', () => log.load(planId)),
      rowsAfter: (planId, seq) => this.call(life, 'rowsAfter', () => log.rowsAfter(planId, seq)),
      ownersOf: (planId, ids) => this.call(life, 'ownersOf', () => log.ownersOf(planId, ids)),
      heads: (planIds) => this.call(life, 'heads', () => log.heads(planIds)),
      findHead: (branch, month) => this.call(life, 'findHead', () => log.findHead(branch, month)),
      snapshot: (planId) => this.call(life, 'snapshot', () => log.snapshot(planId)),
    }
  }

  /** One call of a node. Whoever is over by then hears no answer. */
  call<T>(
    life: Life,
    name: string,
    run: () => Promise<T>,
    planIds: readonly string[] = [],
  ): Promise<T> {
    this.calls += 1
    const fate = this.#fate(name, planIds)
    if (fate !== 'answered') this.#tally.count(`store: ${name} ${fate}`)
    return new Promise((resolve, reject) => {
      const answer = (tell: () => void) => {
        this.#clock.after(this.#latency(), () => {
          if (!life.isOver) tell()
        })
      }
      const carryOut = () =>
        run().then(
          (value) => answer(() => (fate === 'lostAfter' ? reject(answerLost()) : resolve(value))),
          (error: unknown) => answer(() => reject(error)),
        )
      this.#clock.after(this.#latency(), () => {
        if (this.#neverCame(life)) return
        if (fate === 'answered' || fate === 'lostAfter') void carryOut()
        else answer(() => reject(fate === 'refused' ? diskFull() : answerLost()))
        if (fate === 'doneLater') this.#doLater(run, [])
        if (fate === 'heldAndDoneLater') this.#doLater(run, planIds)
      })
    })
  }

  /** What a process had not sent yet when it ended never comes; what it had sent is carried out. */
  #neverCame(life: Life): boolean {
    if (!life.isOver) return false
    this.#tally.count('store: a call of a node that is over')
    return this.#chance.is(0.5)
  }

  #doLater(run: () => Promise<unknown>, planIds: readonly string[]): void {
    const releases = planIds.map((planId) => this.log.hold(planId))
    this.#clock.after(this.#chance.int(600), () => {
      for (const release of releases) release()
      // Nobody hears whether it failed.
      run().catch(() => undefined)
    })
  }

  #latency(): number {
    if (this.mood === 'slow') return this.#chance.between(20, 1_500)
    return this.#chance.is(0.1) ? this.#chance.int(60) : this.#chance.int(3)
  }

  #fate(name: string, planIds: readonly string[]): Fate {
    const chosen = this.fateOf?.(name, this.calls)
    if (chosen) return chosen
    const writes = ['append', 'keepLateEdit', 'snapshot', 'beginPlan'].includes(name)
    if (this.mood === 'away') return 'lostBefore'
    if (this.mood === 'full') return writes ? 'refused' : 'answered'
    if (this.mood === 'calm' || this.mood === 'slow' || this.#chance.is(0.7)) return 'answered'
    if (!writes) return 'lostBefore'
    return this.#chance.weighted({
      lostBefore: 2,
      lostAfter: 3,
      doneLater: planIds.length > 0 ? 2 : 0,
      heldAndDoneLater: planIds.length > 0 ? 2 : 0,
      refused: 1,
    })
  }
}

function answerLost(): Error {
  return new Error('Connection terminated unexpectedly')
}

function diskFull(): Error {
  return Object.assign(new Error('could not extend file: No space left on device'), {
    code: '53100',
  })
}
