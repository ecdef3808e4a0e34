import type { Passage } from '#domain/advice/advice-place.ts'
import type { AnchoredPassage } from '#domain/advice/find-passages.ts'
import type { Span } from '#domain/advice/part-text.ts'
import type { PassageAnchor } from '#domain/advice/passage-anchor.ts'
import type { LateItem } from '#domain/late/late-view.ts'
import type { PlanContent } from '#domain/plan-content.ts'
import type { PackedUpdates } from './fold-order.ts'

/** What the reading thread can be asked about a plan's document, and what it answers. */
export interface Readings {
  content: { about: null; answer: PlanContent }
  /** The same with the document as one update. */
  whole: { about: null; answer: { content: PlanContent; state: Uint8Array } }
  /** The anchor of a passage that somebody sent as words; null when those words are not there. */
  anchor: { about: Passage; answer: PassageAnchor | null }
  /** New anchors of passages that need one, in the given order; null for the others. */
  renewals: { about: readonly AnchoredPassage[]; answer: (PassageAnchor | null)[] }
  /** What the plan says and where passages stand in it, in the given order; null for those that are gone. */
  passages: {
    about: readonly AnchoredPassage[]
    answer: { content: PlanContent; spans: (Span | null)[] }
  }
  /** What late edits, each as its parts, would have changed in it; null for one that builds on what it lacks. */
  late: { about: readonly (readonly Uint8Array[])[]; answer: (LateItem[] | null)[] }
}
export type ReadingName = keyof Readings

/** A question about one plan, and the rows that the thread may not have yet. */
export interface ReadingOrder<Name extends ReadingName = ReadingName> extends PackedUpdates {
  planId: string
  /** The plan as it was once is read and not remembered. */
  isPast: boolean
  /** The updates continue the document that the thread remembers from here; 0: they are everything. */
  after: bigint
  seq: bigint
  wants: Name
  about: Readings[Name]['about']
}

/**
 * `isKnown` is false when the thread does not remember the plan as of `after`: it must be sent everything. `seq` is what
 * the answer holds for: what was asked, or later.
 */
export type ReadingAnswer<Name extends ReadingName = ReadingName> =
  | { isKnown: false }
  | { isKnown: true; seq: bigint; answer: Readings[Name]['answer'] }
