// The reading thread's own entry; bin/setup/bundle.mjs makes a file of its own of it.
import * as Y from 'yjs'
import { type AnchoredPassage, findPassages, renewAnchors } from '#domain/advice/find-passages.ts'
import type { Span } from '#domain/advice/part-text.ts'
import { anchorPassage, type PassageAnchor } from '#domain/advice/passage-anchor.ts'
import { readLateItems } from '#domain/late/read-late-items.ts'
import { readPlanContent } from '#domain/plan-content.ts'
import { type ProsePart, proseParts } from '#domain/plan-doc.ts'
import { carryOut } from './carry-out.ts'
import { unpackUpdates } from './fold-order.ts'
import { foldInto, openPlanDoc } from './fold-rows.ts'
import type { ReadingAnswer, ReadingName, ReadingOrder, Readings } from './reading-order.ts'
import { RememberedPlans } from './remembered-plans.ts'

const plans = new RememberedPlans()

carryOut((order: ReadingOrder) => ({ answer: answerTo(order) }))

function answerTo<Name extends ReadingName>(order: ReadingOrder<Name>): ReadingAnswer<Name> {
  const updates = unpackUpdates(order)
  const found = order.isPast
    ? { doc: folded(updates), seq: order.seq }
    : plans.documentAt(order.planId, order.after, order.seq, updates)
  if (found === null) return { isKnown: false }
  const answer = readers[order.wants](found.doc, order.about)
  return { isKnown: true, seq: found.seq, answer }
}

function folded(updates: readonly Uint8Array[]): Y.Doc {
  const doc = openPlanDoc()
  foldInto(doc, updates)
  return doc
}

/** None of them changes the document. */
const readers: {
  [Name in ReadingName]: (doc: Y.Doc, about: Readings[Name]['about']) => Readings[Name]['answer']
} = {
  content: readPlanContent,
  whole: (doc) => ({ content: readPlanContent(doc), state: Y.encodeStateAsUpdate(doc) }),
  anchor: anchorPassage,
  passages: (doc, wanted) => ({
    content: readPlanContent(doc),
    spans: partByPart<Span>(doc, wanted, findPassages),
  }),
  renewals: (doc, wanted) => partByPart<PassageAnchor>(doc, wanted, renewAnchors),
  late: (doc, edits) => edits.map((parts) => readLateItems(doc, parts)),
}

/** Asks for the passages of one part at a time, and gives the answers in the order of the whole. */
function partByPart<Answer>(
  doc: Y.Doc,
  wanted: readonly AnchoredPassage[],
  ask: (doc: Y.Doc, part: ProsePart, wanted: readonly AnchoredPassage[]) => (Answer | null)[],
): (Answer | null)[] {
  const found = new Map<AnchoredPassage, Answer | null>()
  for (const part of proseParts) {
    const here = wanted.filter(({ passage }) => passage.part === part)
    const answers = ask(doc, part, here)
    for (const [index, one] of here.entries()) found.set(one, answers[index] ?? null)
  }
  return wanted.map((one) => found.get(one) ?? null)
}
