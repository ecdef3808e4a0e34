import type { Node } from '@tiptap/pm/model'
import { Mapping, StepMap } from '@tiptap/pm/transform'

/**
 * What really changed between two documents of which one replaced the other whole, as the binding does with every
 * change of a colleague; mapped through that replacement itself, every mark would be lost.
 */
export function changedStretch(before: Node, after: Node): Mapping {
  const from = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (from === null || ends === null) return new Mapping()
  // Of equal letters in a row the ends may lie before the start.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const [removed, added] = [ends.a + overlap - from, ends.b + overlap - from]
  return new Mapping([new StepMap([from, removed, added])])
}
