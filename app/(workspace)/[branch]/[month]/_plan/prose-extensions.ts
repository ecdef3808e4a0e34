import type { AnyExtension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Heading } from '@tiptap/extension-heading'
import { OrderedList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { headingLevels, isListStart } from '#domain/prose-schema.ts'
import { remoteCarets } from './remote-carets.ts'

/** A numbered list keeps where it starts, as far as the gate lets it, and nothing else that a paste brings. */
const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => {
          const start = Number(element.getAttribute('start') ?? 1)
          return isListStart(start) ? start : 1
        },
      },
    }
  },
})

/** A heading without a level is one of ours, not the paper's title. */
const PartHeading = Heading.extend({
  addAttributes() {
    return { level: { default: 3, rendered: false } }
  },
}).configure({ levels: [...headingLevels] })

/**
 * The one schema of the three prose parts; domain/prose-schema.ts names the same nodes and marks for the gate.
 * Nothing here listens to Backspace, Enter or a typed pattern beyond the editor's own defaults: Vietnamese
 * input tools send Backspaces of their own, and a rule that answers them eats letters.
 */
export function proseSchemaExtensions(): AnyExtension[] {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      heading: false,
      horizontalRule: false,
      link: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
      undoRedo: false,
    }),
    PartHeading,
    NumberedList,
  ]
}

/** Everything a live editor of one part needs. */
export function liveProseExtensions(
  fragment: Y.XmlFragment,
  awareness: Awareness,
  marks: AnyExtension,
): AnyExtension[] {
  return [
    ...proseSchemaExtensions(),
    Collaboration.configure({ fragment }),
    remoteCarets(awareness),
    marks,
  ]
}
