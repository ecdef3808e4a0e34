// What was measured, as a table for people and as JSON.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

export interface Figure {
  workload: string
  figure: string
  unit: string
  ours: number
  hocuspocus?: number
  relay?: number
  goals: Goal[]
}

export interface Goal {
  /** What is held against `most`: the figure itself, or its ratio to a peer's. */
  of: 'ours' | 'hocuspocus' | 'relay'
  /** At most this; for `hocuspocus` of a time that means at most this share of it. */
  most: number
}

/** What each system means when it says that an edit is saved. */
export const meaningOfSaved = {
  ours: 'committed in PostgreSQL (fsync), the right compared under the lock; shared only after that',
  hocuspocus: 'applied in memory; stored 2 to 10 s later',
  relay: 'nothing: it keeps nothing',
} as const

export function median(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2
}

export function print(figures: readonly Figure[]): void {
  const head = ['workload', 'figure', 'ours', 'Hocuspocus', 'relay', 'ours/H', 'ours/relay', 'goal']
  const rows = figures.map((figure) => [
    figure.workload,
    `${figure.figure}, ${figure.unit}`,
    number(figure.ours),
    number(figure.hocuspocus),
    number(figure.relay),
    ratio(figure.ours, figure.hocuspocus),
    ratio(figure.ours, figure.relay),
    figure.goals.map((goal) => describe(goal, figure)).join('; '),
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows]) {
    const line = row.map((cell, at) => (at < 2 || at === 7 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    process.stdout.write(`| ${line.join(' | ')} |\n`)
  }
  process.stdout.write('\n"Saved" means:\n')
  for (const [system, meaning] of Object.entries(meaningOfSaved)) {
    process.stdout.write(`  ${system}: ${meaning}\n`)
  }
}

export function writeJson(file: string, figures: readonly Figure[], raw: unknown): void {
  const machine = {
    at: new Date().toISOString(),
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
  }
  writeFileSync(file, `${JSON.stringify({ machine, meaningOfSaved, figures, raw }, null, 1)}\n`)
}

function valueOf({ of }: Goal, { ours, hocuspocus, relay }: Figure): number {
  if (of === 'ours') return ours
  return ours / ((of === 'hocuspocus' ? hocuspocus : relay) ?? Number.NaN)
}

function describe(goal: Goal, figure: Figure): string {
  const value = valueOf(goal, figure)
  const what = { ours: '', hocuspocus: ' x H', relay: ' x relay' }[goal.of]
  return `≤ ${goal.most}${what}: ${value <= goal.most ? 'held' : `missed (${number(value)})`}`
}

function ratio(value: number, other: number | undefined): string {
  return other === undefined ? '' : (value / other).toFixed(2)
}

function number(value: number | undefined): string {
  if (value === undefined) return ''
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
