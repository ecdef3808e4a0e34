import type { ProseJson } from '../read-prose.ts'
import { type PartText, PartTextBuilder } from './part-text.ts'

/** The text of prose that was read already, with places in its nodes of text. */
export function proseJsonText(prose: ProseJson): PartText<ProseJson> {
  const builder = new PartTextBuilder<ProseJson>()
  add(builder, prose)
  return builder.build()
}

function add(builder: PartTextBuilder<ProseJson>, node: ProseJson): void {
  if (node.type === 'text') {
    builder.add(node.text ?? '', node)
    return
  }
  builder.gap()
  for (const child of node.content ?? []) add(builder, child)
  builder.gap()
}
