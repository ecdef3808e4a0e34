import { isAboutContent, isAboutPlan } from './append-errors.ts'
import { type Clock, pause } from './clock.ts'
import type { AppendOutcome, PlanBatch, PlanLog } from './plan-log.ts'

/** Someone with updates for one plan: a room. */
export interface Appender {
  /** The next batch, or null when nothing waits. The same one again until it is settled. */
  take(): PlanBatch | null
  settle(outcome: AppendOutcome): void
  /** The database will never take this batch, for what one of its rows holds. Nothing of it was kept. */
  fail(error: unknown): void
}

export interface GroupCommitOptions {
  log: Pick<PlanLog, 'append'>
  clock: Clock
  newId(): string
  /** A commit begins no sooner than this after the one before it. */
  gatherMs: number
  /** Called right before batches are taken: the last moment to enlist for them. */
  beforeTaking?(): void
  /** Told after a COMMIT which plans grew. */
  onAppended(planIds: readonly string[]): void
  /** Told whenever the database fails. */
  onTrouble(error: unknown): void
}

const firstRetryMs = 100
const longestRetryMs = 2_000

/**
 * One commit at a time for all plans of this node: while one is in flight the next gathers. A batch that
 * the database does not answer is tried again until it does; whether it was committed after all is asked by
 * its id. Meanwhile nothing is called durable.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  #waiting = new Set<Appender>()
  #isRunning = false
  #beganAt = Number.NEGATIVE_INFINITY
  /** Those of whose batch it is open whether it is in the log. */
  readonly #unsure = new Set<Appender>()

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  /** This one has something to append. Saying it twice is saying it once. */
  enlist(appender: Appender): void {
    this.#waiting.add(appender)
    if (!this.#isRunning) void this.#run()
  }

  get isIdle(): boolean {
    return !this.#isRunning
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    try {
      const { clock, gatherMs, beforeTaking } = this.#options
      // Whoever enlists in the same step as the first goes with it.
      await null
      while (this.#waiting.size > 0) {
        const restMs = gatherMs - (clock.now() - this.#beganAt)
        // A timer may come a little early.
        if (restMs > 1) await pause(clock, restMs)
        beforeTaking?.()
        this.#beganAt = clock.now()
        const parts = this.#takeParts()
        if (parts.length > 0) await this.#commit(parts, this.#options.newId(), false)
      }
    } finally {
      // In the same step as the last look at who waits: whoever comes later starts anew.
      this.#isRunning = false
    }
  }

  #takeParts(): Part[] {
    const appenders = [...this.#waiting]
    this.#waiting.clear()
    const parts = new Map<string, Part>()
    for (const appender of appenders) {
      // Its batch may be in the log; once that is settled it enlists again if it has more.
      if (this.#unsure.has(appender)) continue
      const batch = appender.take()
      if (batch) parts.set(batch.planId, { appender, batch })
    }
    return [...parts.values()]
  }

  /** `again`: an earlier attempt of this very batch may be in the log, or may yet come to it. */
  async #commit(parts: readonly Part[], batchId: string, again: boolean): Promise<void> {
    const answer = await this.#tryUntilAnswered(parts, batchId, again)
    if (answer === 'failed') return
    if (answer.outcomes !== 'onePlanAtATime') {
      return this.#settle(parts, batchId, answer.outcomes, answer.again)
    }
    const [only, ...others] = parts
    // One plan that is refused, and not for what it says, must not keep the others waiting.
    if (only && others.length === 0) void this.#askOn(only, batchId)
    else {
      for (const part of parts) {
        await this.#commit([part], answer.again ? batchId : this.#options.newId(), answer.again)
      }
    }
  }

  #settle(parts: readonly Part[], batchId: string, outcomes: Outcomes, again: boolean): void {
    const appended: string[] = []
    for (const part of parts) {
      const { planId } = part.batch
      const outcome = outcomes.get(planId) ?? { kind: 'busy' }
      if (outcome.kind === 'appended') appended.push(planId)
      // Whoever holds the row may be our own attempt whose answer was lost: this batch is not settled.
      if (outcome.kind === 'busy' && again) void this.#askOn(part, batchId)
      else part.appender.settle(outcome)
    }
    if (appended.length > 0) this.#options.onAppended(appended)
  }

  /**
   * Asks for one plan's part under its old batch id until its row is free and nothing stands against it; other
   * plans go on meanwhile.
   */
  async #askOn(part: Part, batchId: string): Promise<void> {
    const { clock } = this.#options
    this.#unsure.add(part.appender)
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      await pause(clock, waitMs)
      const answer = await this.#tryUntilAnswered([part], batchId, true)
      const outcomes = answer === 'failed' ? null : answer.outcomes
      if (outcomes === 'onePlanAtATime') continue
      this.#unsure.delete(part.appender)
      if (outcomes !== null) this.#settle([part], batchId, outcomes, true)
      return
    }
  }

  async #tryUntilAnswered(
    parts: readonly Part[],
    batchId: string,
    isAgain: boolean,
  ): Promise<Answer | 'failed'> {
    const { clock, log, onTrouble } = this.#options
    const batches = parts.map((part) => part.batch)
    let again = isAgain
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      try {
        return { outcomes: await log.append(batchId, batches, again), again }
      } catch (error) {
        onTrouble(error)
        if (parts.length === 1 && isAboutContent(error)) return failAll(parts, error)
        if (isAboutPlan(error)) return { outcomes: 'onePlanAtATime', again }
        // Only an answer that was lost leaves open what happened; asking then does no harm either way.
        again = true
        await pause(clock, waitMs)
      }
    }
  }
}

function failAll(parts: readonly Part[], error: unknown): 'failed' {
  for (const { appender } of parts) appender.fail(error)
  return 'failed'
}

type Outcomes = ReadonlyMap<string, AppendOutcome>

interface Answer {
  outcomes: Outcomes | 'onePlanAtATime'
  again: boolean
}

interface Part {
  appender: Appender
  batch: PlanBatch
}
