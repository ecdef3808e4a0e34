/** How often each thing happened, so that a simulation in which nothing happens is noticed. */
export class Tally {
  readonly counts = new Map<string, number>()

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by)
  }

  add(other: Tally): void {
    for (const [what, by] of other.counts) this.count(what, by)
  }

  of(what: string): number {
    return this.counts.get(what) ?? 0
  }

  toString(): string {
    const rows = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1))
    return rows.map(([what, count]) => `${what} ${count}`).join('\n')
  }
}
