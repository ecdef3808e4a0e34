import type { RefusalReason } from '#domain/wire.ts'
import type { Clock } from '../log/clock.ts'
import { DryRun, type Toil } from './dry-run.ts'
import type { PlanCopy } from './plan-copy.ts'
import type { SyncLimits } from './sync-limits.ts'
import { TokenBucket } from './token-bucket.ts'
import type { QueuedBatch } from './write-queue.ts'

/** What one person's writes have cost in one plan. */
interface Effort {
  readonly compared: TokenBucket
  /** Compared and moved. */
  readonly all: TokenBucket
  /** How many of their own items, by other client ids, their new ones met unawares; each later one pays for them. */
  crowd: number
}

/** Whoever is to be refused. */
interface Toiler {
  readonly personId: string
  refusing: RefusalReason | null
}

/** Steps of comparing, and all together. */
interface Left {
  compared: number
  all: number
}

type EffortLimits = Pick<
  SyncLimits,
  | 'comparedAtOnce'
  | 'comparedBurst'
  | 'comparedPerSecond'
  | 'effortAtOnce'
  | 'effortBurst'
  | 'effortPerSecond'
>

/**
 * What it costs to take in what people write to one plan, beside its bytes: items between distant neighbours are
 * compared with all that stand there, and cuts move arrays. Honest work costs next to nothing; who makes it dear
 * is refused before the log sees it.
 */
export class Efforts {
  readonly #byPerson = new Map<string, Effort>()
  readonly #limits: EffortLimits
  readonly #clock: Clock
  /** Found to be cheap enough; it may be asked about again until it is in the log. */
  #fine: QueuedBatch | null = null

  constructor(limits: EffortLimits, clock: Clock) {
    this.#limits = limits
    this.#clock = clock
  }

  /** Nobody's writes have cost anything worth remembering. */
  get isIdle(): boolean {
    return this.#byPerson.size === 0
  }

  /** Marks those as refused whose writes in this batch cost too much to go into this document. Are there any? */
  refuse(
    batch: QueuedBatch,
    entries: readonly { readonly writer: Toiler }[],
    copy: Pick<PlanCopy, 'doc' | 'owners'>,
  ): boolean {
    if (batch === this.#fine) return false
    const dear = this.#weigh(batch, copy)
    for (const { writer } of entries) {
      if (dear.has(writer.personId)) writer.refusing ??= 'invalid'
    }
    if (dear.size === 0) this.#fine = batch
    return dear.size > 0
  }

  /**
   * Would it cost too much to read what this person adds to a late edit, each time that somebody looks at it? `run` has
   * gone through what that holds already; nothing may be added to it once the answer was yes.
   */
  isDearAddition(
    person: string,
    update: Uint8Array,
    run: DryRun,
    isOwn: (clientId: number) => boolean,
  ): boolean {
    const left = this.#leftOf(person)
    const crowd = this.#byPerson.get(person)?.crowd ?? 0
    const toil = run.add(update, { isOwn, crowd }, left.compared)
    const isDear = isOver(toil, left)
    this.#charge(person, isDear ? { compared: left.compared, moved: 0, met: 0 } : toil)
    return isDear
  }

  /**
   * Whose rows cost too much. At most what they may cost is looked at, and charged too, since looking costs as
   * much; what the others' cost is charged when their rows come again without those.
   */
  #weigh({ rows, claims }: QueuedBatch, { doc, owners }: Pick<PlanCopy, 'doc' | 'owners'>) {
    const claimed = new Map(claims.map(({ clientId, personId }) => [clientId, personId]))
    const run = new DryRun(doc)
    const dear = new Set<string>()
    const costs: [string, Toil][] = []
    for (const { author, data } of rows) {
      const left = this.#leftOf(author)
      const isOwn = (client: number) => (claimed.get(client) ?? owners.get(client)) === author
      const crowd = this.#byPerson.get(author)?.crowd ?? 0
      const toil = run.add(data, { isOwn, crowd }, left.compared)
      if (isOver(toil, left)) {
        this.#charge(author, { compared: left.compared, moved: 0, met: 0 })
        dear.add(author)
      } else costs.push([author, toil])
    }
    if (dear.size === 0) for (const [author, toil] of costs) this.#charge(author, toil)
    return dear
  }

  /** What this person may cost in one commit now. */
  #leftOf(person: string): Left {
    const { comparedAtOnce, comparedBurst, effortAtOnce, effortBurst } = this.#limits
    const effort = this.#byPerson.get(person)
    const now = this.#clock.now()
    const compared = Math.min(effort?.compared.left(now) ?? comparedBurst, comparedAtOnce)
    const all = Math.min(effort?.all.left(now) ?? effortBurst, effortAtOnce)
    return { compared: Math.max(0, Math.min(compared, all)), all: Math.max(0, all) }
  }

  #charge(person: string, { compared, moved, met }: Toil): void {
    if (compared + moved + met === 0) return
    const now = this.#clock.now()
    const effort = this.#byPerson.get(person) ?? this.#begin(now)
    effort.compared.take(compared, now)
    effort.all.take(compared + moved, now)
    effort.crowd += met
    this.#byPerson.set(person, effort)
  }

  #begin(now: number): Effort {
    const { comparedPerSecond, comparedBurst, effortPerSecond, effortBurst } = this.#limits
    return {
      compared: new TokenBucket(comparedPerSecond, comparedBurst, now),
      all: new TokenBucket(effortPerSecond, effortBurst, now),
      crowd: 0,
    }
  }
}

function isOver({ compared, moved }: Toil, left: Left): boolean {
  return compared > left.compared || compared + moved > left.all
}
