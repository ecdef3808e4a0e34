import type { AnyExtension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { remoteCarets } from './remote-carets.ts'

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
      horizontalRule: false,
      link: false,
      listKeymap: false,
      strike: false,
      trailingNode: false,
      undoRedo: false,
      heading: { levels: [2, 3] },
    }),
  ]
}

/** Everything a live editor of one part needs. */
export function liveProseExtensions(fragment: Y.XmlFragment, awareness: Awareness): AnyExtension[] {
  return [...proseSchemaExtensions(), Collaboration.configure({ fragment }), remoteCarets(awareness)]
}
