import type * as Y from 'yjs'
import { type ProsePart, proseParts } from './plan-doc.ts'
import type { PlanView } from './plan-view.ts'
import { readPlan } from './read-plan.ts'
import { type ProseJson, readProse } from './read-prose.ts'

/** Everything that a plan says, in plain values. */
export interface PlanContent {
  view: PlanView
  prose: Readonly<Record<ProsePart, ProseJson>>
}

/** Reads all of a document, without changing it. */
export function readPlanContent(doc: Y.Doc): PlanContent {
  const [review, focus, organisation] = proseParts
  return {
    view: readPlan(doc),
    prose: {
      [review]: readProse(doc, review),
      [focus]: readProse(doc, focus),
      [organisation]: readProse(doc, organisation),
    },
  }
}
