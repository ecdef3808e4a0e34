/** Milliseconds until a plan that could not be counted is tried again. */
const restMs = 600_000

/** The plans that could not be counted lately: they are reported, and left alone for a while so that others have their turn. */
export class CountTroubles {
  readonly #report: (error: unknown) => void
  /** By plan, in milliseconds since 1970. */
  readonly #until = new Map<string, number>()

  constructor(report: (error: unknown) => void) {
    this.#report = report
  }

  note(planId: string, error: unknown, now: number): void {
    this.#until.set(planId, now + restMs)
    this.#report(
      new Error(`records: the sums of plan ${planId} were not counted`, { cause: error }),
    )
  }

  /** Whoever is to be left alone at this time. */
  planIds(now: number): string[] {
    for (const [planId, until] of this.#until) if (until <= now) this.#until.delete(planId)
    return [...this.#until.keys()]
  }
}
