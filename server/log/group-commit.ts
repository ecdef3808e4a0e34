import { isAboutContent, wasRefused } from './append-errors.ts'
import { type Clock, pause } from './clock.ts'
import type { AppendOutcome, PlanBatch, PlanLog } from './plan-log.ts'

/** Someone with updates for one plan: a room. */
export interface Appender {
  /** The next batch, or null when nothing waits. The same one again until it is settled. */
  take(): PlanBatch | null
  settle(outcome: AppendOutcome): void
  /** The database will never take this batch. */
  fail(error: unknown): void
}

export interface GroupCommitOptions {
  log: Pick<PlanLog, 'append'>
  clock: Clock
  newId(): string
  /** How long a batch gathers while no commit is in flight. */
  gatherMs: number
  /** Told after a COMMIT which plans grew. */
  onAppended(planIds: readonly string[]): void
  /** Told whenever the database fails. */
  onTrouble(error: unknown): void
}

const firstRetryMs = 100
const longestRetryMs = 5_000

/**
 * One commit at a time for all plans of this node: while one is in flight the next gathers. A batch that
 * the database does not answer is tried again until it does; whether it was committed after all is asked by
 * its id. Meanwhile nothing is called durable.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  #waiting = new Set<Appender>()
  #isRunning = false

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
      await pause(this.#options.clock, this.#options.gatherMs)
      while (this.#waiting.size > 0) {
        const parts = this.#takeParts()
        if (parts.length > 0) await this.#commit(parts)
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
      const batch = appender.take()
      if (batch) parts.set(batch.planId, { appender, batch })
    }
    return [...parts.values()]
  }

  async #commit(parts: readonly Part[]): Promise<void> {
    const { log, newId, onAppended } = this.#options
    const batchId = newId()
    const outcomes = await this.#tryUntilAnswered(parts, (again) =>
      log.append(
        batchId,
        parts.map((part) => part.batch),
        again,
      ),
    )
    if (outcomes === 'onePlanAtATime') {
      for (const part of parts) await this.#commit([part])
      return
    }
    if (outcomes === null) return
    const appended: string[] = []
    for (const { appender, batch } of parts) {
      const outcome = outcomes.get(batch.planId) ?? { kind: 'busy' }
      if (outcome.kind === 'appended') appended.push(batch.planId)
      appender.settle(outcome)
    }
    if (appended.length > 0) onAppended(appended)
  }

  async #tryUntilAnswered<T>(
    parts: readonly Part[],
    attempt: (again: boolean) => Promise<T>,
  ): Promise<T | 'onePlanAtATime' | null> {
    const { clock, onTrouble } = this.#options
    let again = false
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      try {
        return await attempt(again)
      } catch (error) {
        onTrouble(error)
        if (wasRefused(error) && parts.length > 1 && !again) return 'onePlanAtATime'
        if (isAboutContent(error)) return failAll(parts, error)
        // Only an answer that was lost leaves open what happened; asking then does no harm either way.
        again = true
        await pause(clock, waitMs)
      }
    }
  }
}

function failAll(parts: readonly Part[], error: unknown): null {
  for (const { appender } of parts) appender.fail(error)
  return null
}

interface Part {
  appender: Appender
  batch: PlanBatch
}
