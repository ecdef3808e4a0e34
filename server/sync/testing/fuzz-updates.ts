// Mutated updates at the gate, and what it lets through in a document and a log as a room keeps them.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { readPlan } from '#domain/read-plan.ts'
import { foldInto, openPlanDoc } from '../../log/fold-rows.ts'
import { DryRun } from '../dry-run.ts'
import { judge, type Verdict } from '../gate.ts'
import { Horizon } from '../horizon.ts'
import { countComparisons } from './comparisons.ts'
import { type Dice, throwDice } from './dice.ts'
import { honestUpdates } from './honest-updates.ts'
import { mutate, swapNumber } from './mutate.ts'
import { TrialSheet } from './trial-sheet.ts'

/** How much the document takes in before another is begun, so that a run is about many small ones. */
const rowsPerDocument = 30
// Long enough to be told from any other number in an update.
const victimId = 70_000_001
const strangerId = 99_000_001
const nobody = { isOwn: () => false, crowd: 0 }

/** A document with its log and owners. */
interface Kept {
  doc: Y.Doc
  owners: Map<number, string | null>
  rows: Uint8Array[]
  state: Uint8Array
  /** What two devices of the attacker's could honestly send, and their client ids. */
  corpus: Uint8Array[]
  ids: number[]
}

function begin(): Kept {
  const empty = Y.encodeStateAsUpdate(openPlanDoc())
  const doc = openPlanDoc()
  const [first = empty] = honestUpdates(empty, victimId, 'victim').slice(-1)
  foldInto(doc, [first])
  const state = Y.encodeStateAsUpdate(doc)
  const owners = new Map([[victimId, 'binh']])
  const kept = { doc, owners, rows: [first], state, corpus: [], ids: [] }
  renewCorpus(kept)
  return kept
}

/** From the document as it is now, so that most of it is new to the gate. */
function renewCorpus(kept: Kept): void {
  const first = 80_000_001 + kept.rows.length * 2
  kept.ids = [first, first + 1]
  kept.corpus = kept.ids.flatMap((id) => honestUpdates(kept.state, id, `by-${id}`))
}

function judgeIn({ doc, owners }: Kept, bytes: Uint8Array, personId: string): Verdict {
  return judge(bytes, new Horizon(doc, owners, []), { personId, isHeldByAnother: () => false })
}

function keep(kept: Kept, verdict: Extract<Verdict, { kind: 'new' }>): void {
  const { compared } = new DryRun(kept.doc).add(verdict.update, nobody, Number.POSITIVE_INFINITY)
  const real = countComparisons(() => foldInto(kept.doc, [verdict.update]))
  expect(real).toBeLessThanOrEqual(compared)
  kept.rows.push(verdict.update)
  for (const [id, person] of verdict.layer.claims) kept.owners.set(id, person)
  kept.state = Y.encodeStateAsUpdate(kept.doc)
  renewCorpus(kept)
}

function nextUpdate({ corpus, ids }: Kept, dice: Dice): Uint8Array {
  const honest = dice.pick(corpus)
  if (dice.roll(4) > 0) return mutate(honest, dice, corpus)
  const swapped = swapNumber(honest, dice.pick(ids), dice.pick([victimId, strangerId, ...ids]))
  return dice.roll(2) === 0 ? swapped : mutate(swapped, dice, corpus)
}

/** The victim goes on writing, and all that was let through is in the rows. */
function check(kept: Kept, nth: number): void {
  const later = openPlanDoc()
  Y.applyUpdate(later, kept.state)
  const known = Y.encodeStateVector(later)
  for (const update of honestUpdates(kept.state, victimId, `later-${nth}`))
    Y.applyUpdate(later, update)
  const verdict = judgeIn(kept, Y.encodeStateAsUpdate(later, known), 'binh')
  expect(verdict.kind).toBe('new')
  if (verdict.kind === 'new') keep(kept, verdict)
  const rebuilt = openPlanDoc()
  foldInto(rebuilt, kept.rows)
  expect(Y.equalSnapshots(Y.snapshot(rebuilt), Y.snapshot(kept.doc))).toBe(true)
  expect(readPlan(rebuilt)).toEqual(readPlan(kept.doc))
}

/** Throws on the first update that leaves a trace without having been let through. */
export function fuzzUpdates(count: number): void {
  const dice = throwDice()
  const sheet = new TrialSheet(`mutated updates, SEED=${dice.seed}`)
  sheet.note('updates to come', count)
  const verdicts: Record<string, number> = {}
  const before = process.memoryUsage().rss
  // Of the processor's time: what other processes take of the machine is not the gate's.
  let slowestMs = 0
  let kept = begin()
  for (let nth = 0; nth < count; nth += 1) {
    const update = nextUpdate(kept, dice)
    const began = process.cpuUsage()
    const verdict = judgeIn(kept, update, 'an')
    const { user, system } = process.cpuUsage(began)
    slowestMs = Math.max(slowestMs, (user + system) / 1000)
    verdicts[verdict.kind] = (verdicts[verdict.kind] ?? 0) + 1
    if (verdict.kind === 'new') keep(kept, verdict)
    else expect(Buffer.compare(Y.encodeStateAsUpdate(kept.doc), kept.state)).toBe(0)
    if (nth % 500 === 499) check(kept, nth)
    if (kept.rows.length > rowsPerDocument) kept = begin()
  }
  sheet.note('updates', `${count}: ${JSON.stringify(verdicts)}`)
  sheet.atMost('slowest verdict', slowestMs, 100, 'ms')
  sheet.atMost('memory', (process.memoryUsage().rss - before) / 2 ** 20, 100, 'MB')
  expect(slowestMs).toBeLessThan(500)
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 2 ** 20)
  // Otherwise it would say nothing.
  expect(verdicts['new']).toBeGreaterThan(count / 200)
  expect(verdicts['malformed']).toBeGreaterThan(count / 10)
}
