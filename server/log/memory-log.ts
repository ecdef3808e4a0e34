import { planRight } from '#domain/rights.ts'
import { mayWrite, type PlanStatus } from '#domain/wire.ts'
import { assemblePlan } from './assemble-plan.ts'
import { MemoryLateEdits } from './memory-late-edits.ts'
import type { MemoryPeople } from './memory-people.ts'
import type {
  AppendOutcome,
  LateOutcome,
  LateWrite,
  LoadedPlan,
  PlanBatch,
  PlanHead,
  PlanLog,
} from './plan-log.ts'
import { firstSound, type StoredSnapshot, snapshotOf } from './plan-snapshot.ts'

/** One row of the log, with what PostgreSQL keeps beside its bytes. */
export interface MemoryRow {
  readonly seq: bigint
  readonly epoch: number
  readonly author: string | null
  readonly batchId: string
  readonly data: Uint8Array
}

/** One plan as the tables hold it. */
export interface MemoryPlan {
  readonly planId: string
  readonly branchId: string
  readonly month: string
  epoch: number
  status: PlanStatus
  rightsRev: bigint
  readonly rows: MemoryRow[]
  readonly owners: Map<number, string | null>
  /** The newest first, two at most. */
  snapshots: StoredSnapshot[]
}

/**
 * The log in memory, for simulations: it promises what the log in PostgreSQL promises, by the same contract
 * suite. Each call happens in one moment, so the only lock is one that somebody else holds.
 */
export class MemoryLog implements PlanLog {
  readonly plans = new Map<string, MemoryPlan>()
  readonly lateEdits = new MemoryLateEdits()
  readonly #people: MemoryPeople
  readonly #onWritten: (plan: MemoryPlan, batch: PlanBatch, rows: readonly MemoryRow[]) => void
  readonly #holders = new Map<string, number>()

  constructor(
    people: MemoryPeople,
    onWritten: (plan: MemoryPlan, batch: PlanBatch, rows: readonly MemoryRow[]) => void = () =>
      undefined,
  ) {
    this.#onWritten = onWritten
    this.#people = people
  }

  /** A plan with no rows, or with the first one, which the server made. */
  addPlan(
    plan: { planId: string; branchId: string; month: string },
    first?: { batchId: string; clientId: number; data: Uint8Array },
  ): void {
    const rows: MemoryRow[] = []
    const owners = new Map<number, string | null>()
    if (first) {
      rows.push({ seq: 1n, epoch: 1, author: null, batchId: first.batchId, data: first.data })
      owners.set(first.clientId, null)
    }
    const fresh = { epoch: 1, status: 'drafting', rightsRev: 0n, snapshots: [] } as const
    this.plans.set(plan.planId, { ...plan, ...fresh, rows, owners, snapshots: [] })
  }

  /** Somebody else holds the plan's row until the returned function is called. */
  hold(planId: string): () => void {
    this.#holders.set(planId, this.#holdersOf(planId) + 1)
    return () => this.#holders.set(planId, this.#holdersOf(planId) - 1)
  }

  #holdersOf(planId: string): number {
    return this.#holders.get(planId) ?? 0
  }

  /** What the database's triggers do when a right to write in these units was taken away. */
  raiseRightsRev(unitIds: readonly string[]): void {
    for (const plan of this.plans.values()) {
      if (unitIds.includes(plan.branchId)) plan.rightsRev += 1n
    }
  }

  async append(
    batchId: string,
    batches: readonly PlanBatch[],
    again: boolean,
  ): Promise<ReadonlyMap<string, AppendOutcome>> {
    const outcomes = new Map<string, AppendOutcome>()
    const parts = batches.map((batch) => {
      const plan = this.plans.get(batch.planId)
      if (!plan || this.#holdersOf(batch.planId) > 0)
        return { batch, outcome: { kind: 'busy' } as const }
      return { batch, plan, outcome: this.#judge(batchId, plan, batch, again) }
    })
    // One transaction: nothing is written before everything was looked at.
    for (const { batch, plan, outcome } of parts) {
      if (plan && outcome.kind === 'fit') {
        outcomes.set(batch.planId, { kind: 'appended', base: headOf(plan).seq })
        this.#onWritten(plan, batch, write(batchId, plan, batch))
      } else if (outcome.kind !== 'fit') outcomes.set(batch.planId, outcome)
    }
    return outcomes
  }

  #judge(
    batchId: string,
    plan: MemoryPlan,
    batch: PlanBatch,
    again: boolean,
  ): AppendOutcome | { kind: 'fit' } {
    const first = plan.rows.find((row) => row.batchId === batchId)
    if (again && first) return { kind: 'appended', base: first.seq - 1n }
    // Only an attempt that was given up long ago comes after the one that repeated it.
    if (first) throw duplicateKey()
    if (plan.epoch !== batch.epoch) return { kind: 'epoch' }
    if (plan.status === 'finalised') return { kind: 'finalised' }
    if (plan.rightsRev !== batch.rightsRev) return { kind: 'rights', rev: plan.rightsRev }
    const gone = batch.authors.filter(
      ({ sessionId, personId }) => this.#people.holding(sessionId)?.personId !== personId,
    )
    if (gone.length > 0) {
      return { kind: 'sessions', sessionIds: gone.map(({ sessionId }) => sessionId) }
    }
    const foreign = batch.claims.filter(({ clientId, personId }) => {
      const owner = plan.owners.get(clientId)
      return owner !== undefined && owner !== personId
    })
    if (foreign.length > 0) {
      return { kind: 'owner', clientIds: foreign.map(({ clientId }) => clientId) }
    }
    return { kind: 'fit' }
  }

  async keepLateEdit(write: LateWrite): Promise<LateOutcome> {
    const plan = this.plans.get(write.planId)
    if (plan && this.#holdersOf(write.planId) > 0) return { kind: 'busy' }
    const isOver = plan?.epoch === write.epoch && plan.status === 'finalised'
    if (!plan || !(isOver || write.epoch < plan.epoch)) return { kind: 'notLate' }
    const session = this.#people.holding(write.sessionId)
    const right = planRight(session?.grants ?? [], { unitId: plan.branchId, above: [] })
    if (session?.personId !== write.personId || right === null || !mayWrite(right)) {
      return { kind: 'rights' }
    }
    return this.lateEdits.keep(write)
  }

  async load(planId: string): Promise<LoadedPlan> {
    const plan = this.plans.get(planId)
    if (!plan) throw new Error(`log: no plan ${planId}`)
    const snapshot = firstSound(plan.snapshots)
    const rows = plan.rows.filter((row) => row.seq > (snapshot?.seq ?? 0n))
    return assemblePlan({ head: headOf(plan), snapshot, rows, owners: new Map(plan.owners) })
  }

  async rowsAfter(planId: string, seq: bigint): Promise<readonly MemoryRow[]> {
    return (this.plans.get(planId)?.rows ?? []).filter((row) => row.seq > seq)
  }

  async ownersOf(
    planId: string,
    clientIds: readonly number[],
  ): Promise<Map<number, string | null>> {
    const owners = this.plans.get(planId)?.owners ?? new Map<number, string | null>()
    return new Map([...owners].filter(([clientId]) => clientIds.includes(clientId)))
  }

  async heads(planIds: readonly string[]): Promise<readonly PlanHead[]> {
    return [...this.plans.values()].filter(({ planId }) => planIds.includes(planId)).map(headOf)
  }

  async findHead(branchId: string, month: string): Promise<PlanHead | null> {
    for (const plan of this.plans.values()) {
      if (plan.branchId === branchId && plan.month === month) return headOf(plan)
    }
    return null
  }

  async snapshot(planId: string): Promise<boolean> {
    const { doc, seq, sinceSnapshot } = await this.load(planId)
    const plan = this.plans.get(planId)
    if (!plan || sinceSnapshot.rows === 0) return false
    plan.snapshots = [{ seq, ...snapshotOf(doc) }, ...plan.snapshots].slice(0, 2)
    return true
  }
}

function duplicateKey(): Error {
  return Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
  })
}

function headOf(plan: MemoryPlan): PlanHead {
  const { planId, branchId, month, epoch, status, rightsRev, rows } = plan
  return { planId, branchId, month, epoch, status, seq: rows.at(-1)?.seq ?? 0n, rightsRev }
}

function write(
  batchId: string,
  plan: MemoryPlan,
  { rows, claims, epoch }: PlanBatch,
): readonly MemoryRow[] {
  for (const { clientId, personId } of claims) {
    if (!plan.owners.has(clientId)) plan.owners.set(clientId, personId)
  }
  const head = headOf(plan).seq
  const fresh = rows.map(({ author, data }, index) => {
    return { seq: head + BigInt(index + 1), epoch, author, batchId, data }
  })
  plan.rows.push(...fresh)
  return fresh
}
