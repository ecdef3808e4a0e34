import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file that `npm run trial` collects findings in; not provided in other runs. */
    trialSheet: string
  }
}

/** One line of a sheet. `holds` is null where there is no bar. */
export interface Finding {
  scenario: string
  name: string
  value: string
  bar: string | null
  holds: boolean | null
}

/**
 * Where a scenario writes down what it measured: `name: value (bar) ok`. A figure over its bar is told and
 * fails nothing, for it says as much about the machine; what must never happen is asserted by the scenario.
 * `npm run trial` collects the sheets in docs/trial.md.
 */
export class TrialSheet {
  readonly #scenario: string

  constructor(scenario: string) {
    this.#scenario = scenario
  }

  /** Something to know, without a bar. */
  note(name: string, value: string | number): void {
    this.#write({ name, value: String(value), bar: null, holds: null })
  }

  /** A figure that should be at most `most`, both in `unit`. */
  atMost(name: string, value: number, most: number, unit: string): void {
    const bar = `at most ${round(most)} ${unit}`
    this.#write({ name, value: `${round(value)} ${unit}`, bar, holds: value <= most })
  }

  #write(line: Omit<Finding, 'scenario'>): void {
    const { name, value, bar, holds } = line
    const verdict = bar === null ? '' : ` (${bar}) ${holds ? 'ok' : 'OVER'}`
    process.stdout.write(`${this.#scenario} · ${name}: ${value}${verdict}\n`)
    const collected = inject('trialSheet')
    if (collected) {
      appendFileSync(collected, `${JSON.stringify({ scenario: this.#scenario, ...line })}\n`)
    }
  }
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 10) / 10
}
