import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { identityLine } from './identity-line.ts'
import { assignmentsOf, newPlanDoc, ownMove, proseParts, tasksOf } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { readProse } from './read-prose.ts'
import { group, member, rosterOf, today } from './testing/build-roster.ts'
import { LossyLink } from './testing/lossy-link.ts'
import { anyCommands, boardCommands, type Command, give } from './testing/random-commands.ts'
import { viewSchema } from './testing/view-schema.ts'

// Hundreds of runs on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 })

const seed = 20261122
const who = fc.nat({ max: 2 })
const linkAct = fc
  .record({
    from: who,
    to: who,
    pick: fc.nat({ max: 9 }),
    how: fc.constantFrom(
      'deliver' as const,
      'deliver' as const,
      'duplicate' as const,
      'drop' as const,
    ),
  })
  .filter(({ from, to }) => from !== to)

function stepsOf(commands: fc.Arbitrary<Command>) {
  return fc.array(
    fc.oneof(fc.record({ by: who, command: commands }), fc.record({ link: linkAct })),
    { maxLength: 60 },
  )
}

/** Three people at their documents; the client ids decide who wins, so they differ from run to run. */
function threeDocs(ids: readonly number[]): Y.Doc[] {
  return ids.map((id) => {
    const doc = newPlanDoc()
    doc.clientID = id
    return doc
  })
}

const clientIds = fc.shuffledSubarray([1, 2, 3], { minLength: 3 })

function play(
  docs: Y.Doc[],
  steps: readonly ({ by: number; command: Command } | { link: Parameters<LossyLink['act']>[0] })[],
): LossyLink {
  const link = new LossyLink(docs)
  const made = [0, 0, 0]
  for (const step of steps) {
    if ('link' in step) link.act(step.link)
    else {
      const doc = docs[step.by]
      const freshId = () => {
        const number = made[step.by] ?? 0
        made[step.by] = number + 1
        return `${step.by}-${number}`
      }
      if (doc) give(step.command, doc, freshId)
    }
  }
  return link
}

function stateOf(doc: Y.Doc): unknown {
  return {
    view: readPlan(doc),
    assignments: assignmentsOf(doc).toJSON(),
    tasks: tasksOf(doc).toJSON(),
    prose: proseParts.map((part) => readProse(doc, part)),
    pending: [doc.store.pendingStructs, doc.store.pendingDs],
  }
}

it('[V6] three people over a lossy, reordering link come to the same plan', () => {
  fc.assert(
    fc.property(clientIds, stepsOf(anyCommands), (ids, steps) => {
      const docs = threeDocs(ids)
      play(docs, steps).heal()
      const [first, ...others] = docs as [Y.Doc, Y.Doc, Y.Doc]
      for (const doc of others) {
        expect(stateOf(doc)).toEqual(stateOf(first))
        expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(first))).toBe(true)
      }
      expect(viewSchema.safeParse(readPlan(first)).error).toBeUndefined()
    }),
    { seed, numRuns: 500 },
  )
})

it('[V2][I1] on the way there no screen shows a member twice in one place, and the line adds up', () => {
  const roster = rosterOf(
    [
      member('an'),
      member('be', { reason: { kind: 'exempt', until: null } }),
      member('ca', { field: 'health' }),
    ],
    ['g1', 'g2'].map((id) => group(id)),
  )
  fc.assert(
    fc.property(clientIds, stepsOf(boardCommands), (ids, steps) => {
      const docs = threeDocs(ids)
      play(docs, steps)
      for (const doc of docs) {
        const view = readPlan(doc)
        expect(viewSchema.safeParse(view).error).toBeUndefined()
        const line = identityLine(roster, view, today)
        const { inCharge, byField, exempt, away, newlyAdmitted, noReason } = line
        expect(inCharge + byField + exempt + away + newlyAdmitted + noReason).toBe(line.all)
        expect(line.all).toBe(3)
      }
    }),
    { seed, numRuns: 400 },
  )
})

it('[A8] undo and redo never change a slot that another wrote last', () => {
  const undoing = fc.array(
    fc.oneof(
      fc.record({ by: who, command: boardCommands }),
      fc.record({ link: linkAct.map((act) => ({ ...act, how: 'deliver' as const })) }),
      fc.constantFrom('undo' as const, 'redo' as const),
    ),
    { maxLength: 50 },
  )
  fc.assert(
    fc.property(clientIds, undoing, (ids, steps) => {
      const docs = threeDocs(ids)
      const [mine] = docs as [Y.Doc, Y.Doc, Y.Doc]
      const undo = new Y.UndoManager([assignmentsOf(mine), tasksOf(mine)], {
        trackedOrigins: new Set([ownMove]),
        captureTimeout: 0,
      })
      const link = new LossyLink(docs)
      for (const step of steps) {
        if (step === 'undo' || step === 'redo') {
          const before = heldByOthers(mine)
          undo[step]()
          const after = assignmentsOf(mine)
          for (const [slot, value] of before) expect(after.get(slot)).toEqual(value)
        } else if ('link' in step) link.act(step.link)
        else give(step.command, docs[step.by] ?? mine, () => 'none')
      }
    }),
    { seed, numRuns: 400 },
  )
})

/** The slots whose present value came from another document. */
function heldByOthers(doc: Y.Doc): Map<string, unknown> {
  const assignments = assignmentsOf(doc)
  return new Map(
    [...assignments.entries()].filter(
      ([slot]) => assignments._map.get(slot)?.id.client !== doc.clientID,
    ),
  )
}
