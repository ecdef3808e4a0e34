import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { findPassages } from '#domain/advice/find-passages.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import { editorText } from './editor-text.ts'
import { nextThread } from './next-thread.ts'
import type { MarkedPassage, PassageBoard } from './passage-board.ts'
import { changedStretch } from './whole-replacement.ts'

interface Marked {
  doc: Y.Doc
  part: ProsePart
  board: PassageBoard
}

/** Milliseconds of quiet after which marks are looked for again; until then they only move with the text. */
const quietMs = 300

const key = new PluginKey<DecorationSet>('passageMarks')

/** Passages that somebody spoke about, marked in the editor; nothing of it is in the document. */
export function passageMarks(marked: Marked) {
  return Extension.create({
    name: 'passageMarks',
    addProseMirrorPlugins: () => [markPlugin(marked)],
  })
}

function markPlugin(marked: Marked): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set, before) {
        const found: unknown = transaction.getMeta(key)
        if (found instanceof DecorationSet) return found
        if (!transaction.docChanged || set === DecorationSet.empty) return set
        const isWhole = transaction.getMeta(ySyncPluginKey) !== undefined
        const mapping = isWhole ? changedStretch(before.doc, transaction.doc) : transaction.mapping
        return set.map(mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(view, at) {
        const marks = key.getState(view.state)?.find(at, at) ?? []
        const shortest = [...marks].sort((one, other) => one.to - one.from - other.to + other.from)
        const chosen = marked.board.read().find(({ isChosen }) => isChosen)?.threadId ?? null
        const thread = nextThread(
          shortest.map(({ spec }) => String(spec['threadId'])),
          chosen,
        )
        if (thread) marked.board.pick(thread)
        // The caret goes where it was put all the same.
        return false
      },
    },
    view: (view) => new MarkFinder(view, marked),
  })
}

/** Looks for the passages again once nothing has changed for a while, and never while a letter is being composed. */
class MarkFinder {
  readonly #view: EditorView
  readonly #marked: Marked
  readonly #stopListening: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView, marked: Marked) {
    this.#view = view
    this.#marked = marked
    this.#stopListening = marked.board.subscribe(() => this.#findSoon(0))
    this.#findSoon(0)
  }

  update(view: EditorView, before: { doc: Node }): void {
    if (view.state.doc !== before.doc) this.#findSoon(quietMs)
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#stopListening()
  }

  #findSoon(ms: number): void {
    clearTimeout(this.#timer)
    const isNothing = this.#marked.board.read().length === 0
    if (isNothing && key.getState(this.#view.state) === DecorationSet.empty) return
    this.#timer = setTimeout(() => this.#find(), ms)
  }

  #find(): void {
    if (this.#view.isDestroyed) return
    if (this.#view.composing) {
      this.#findSoon(quietMs)
      return
    }
    const { tr, doc } = this.#view.state
    this.#view.dispatch(tr.setMeta(key, marksIn(doc, this.#marked)))
  }
}

function marksIn(doc: Node, { doc: shared, part, board }: Marked): DecorationSet {
  const passages = board.read()
  if (passages.length === 0) return DecorationSet.empty
  const text = editorText(doc)
  const spans = findPassages(shared, part, passages)
  const marks = passages.flatMap((passage, index) => {
    const span = spans[index]
    if (!span) return []
    return text.stretches(span).map(({ from, to }) => markOf(passage, from, to))
  })
  return DecorationSet.create(doc, marks)
}

function markOf({ threadId, isChosen }: MarkedPassage, from: number, to: number): Decoration {
  // An element of its own for each, so that passages over each other keep their names.
  const attributes = {
    nodeName: 'mark',
    'data-advice': threadId,
    ...(isChosen && { 'data-chosen': '' }),
  }
  return Decoration.inline(from, to, attributes, { threadId })
}
