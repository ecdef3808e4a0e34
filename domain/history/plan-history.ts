import * as Y from 'yjs'
import { assignmentsOf, hasGap, newPlanDoc, proseOf, proseParts, tasksOf } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { changeOfElement } from './change-of-element.ts'
import { type ElementValue, readElement } from './element-value.ts'
import { mergeReshaped } from './merge-reshaped.ts'
import type { HistoryEntry, HistoryMoment } from './plan-change.ts'
import { elementKey, type PlanElement, touchedElements } from './plan-element.ts'

/** A row of the log: who sent it (null for the server), and when it was committed, in milliseconds. */
export interface HistoryRow extends HistoryMoment {
  personId: string | null
  update: Uint8Array
}

interface OpenChange {
  element: PlanElement
  personId: string
  before: ElementValue
  first: HistoryMoment
  last: HistoryMoment
}

const minute = 60_000
/** A pause after which the same person's change of the same thing is told as another. */
const pauseMs = { places: minute, task: 10 * minute, block: 10 * minute } as const

/**
 * Who changed what and when, read from the rows of a plan in their order. Rows of one person about one thing are one
 * change, until somebody else touches it or the person pauses; so a text typed letter by letter is told once, two people
 * at work side by side are told apart, and what was taken back at once is not told at all.
 */
export class PlanHistory {
  readonly #ahead = openDoc()
  /** Some rows behind, to read what something was before the row that changed it. */
  readonly #behind = openDoc()
  #notYetBehind: Uint8Array[] = []
  #touched: PlanElement[] = []
  readonly #open = new Map<string, OpenChange>()
  readonly #told: HistoryEntry[] = []

  constructor() {
    this.#ahead.on('afterTransaction', (transaction: Y.Transaction) => {
      this.#touched = touchedElements(transaction)
    })
  }

  /** Adds the next row. Throws when it leaves a gap. */
  add(row: HistoryRow): void {
    const { seq, at } = row
    this.#touched = []
    Y.applyUpdate(this.#ahead, row.update)
    if (hasGap(this.#ahead)) throw new Error('history: a row depends on one that is not there')
    for (const element of this.#touched) this.#note(element, row.personId, { seq, at })
    this.#notYetBehind.push(row.update)
    if (seq === 1 && row.personId === null) this.#tellBeginning({ seq, at })
  }

  /** All changes so far, the newest first. */
  entries(): HistoryEntry[] {
    const open = [...this.#open.values()].flatMap((change) =>
      entryOf(change, readElement(this.#ahead, change.element)),
    )
    const all = mergeReshaped([...this.#told, ...open].sort((a, b) => a.last.seq - b.last.seq))
    return all.reverse()
  }

  #note(element: PlanElement, personId: string | null, moment: HistoryMoment): void {
    const key = elementKey(element)
    const open = this.#open.get(key)
    const isMore = open?.personId === personId && moment.at - open.last.at <= pauseMs[element.kind]
    if (open && isMore) {
      open.last = moment
      return
    }
    this.#catchUp()
    const before = readElement(this.#behind, element)
    this.#open.delete(key)
    if (open) this.#told.push(...entryOf(open, before))
    if (personId !== null) {
      this.#open.set(key, { element, personId, before, first: moment, last: moment })
    }
  }

  /** Brings the document behind to just before the row that is being added. */
  #catchUp(): void {
    if (this.#notYetBehind.length === 0) return
    Y.transact(this.#behind, () => {
      for (const update of this.#notYetBehind) Y.applyUpdate(this.#behind, update)
    })
    this.#notYetBehind = []
  }

  #tellBeginning(moment: HistoryMoment): void {
    const { assignments, tasks } = readPlan(this.#ahead)
    this.#told.push({
      personId: null,
      first: moment,
      last: moment,
      change: { kind: 'begun', places: assignments.length, tasks: tasks.length },
    })
  }
}

function entryOf(open: OpenChange, after: ElementValue): HistoryEntry[] {
  const { element, personId, before, first, last } = open
  const change = changeOfElement(element, before, after)
  return change === null ? [] : [{ personId, first, last, change }]
}

/** Its roots have their types, so that an update cannot give them others. */
function openDoc(): Y.Doc {
  const doc = newPlanDoc()
  assignmentsOf(doc)
  tasksOf(doc)
  for (const part of proseParts) proseOf(doc, part)
  return doc
}
