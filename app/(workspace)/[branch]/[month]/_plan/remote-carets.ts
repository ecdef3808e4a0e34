import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

const caretUser = z.object({ name: z.string(), colour: z.number().int().min(1).max(6) })

/** Colleagues' carets and selections, named and coloured as the server says. */
export function remoteCarets(awareness: Awareness) {
  return Extension.create({
    name: 'remoteCarets',
    addProseMirrorPlugins() {
      return [
        yCursorPlugin(awareness, { cursorBuilder: drawCaret, selectionBuilder: drawSelection }),
      ]
    },
  })
}

function readUser(user: unknown): { name: string; colour: number } {
  const read = caretUser.safeParse(user)
  return read.success ? read.data : { name: '', colour: 6 }
}

function drawCaret(user: unknown): HTMLElement {
  const { name, colour } = readUser(user)
  const caret = document.createElement('span')
  caret.className = `remote-caret person-${colour}`
  const label = document.createElement('span')
  label.className = 'remote-caret-name'
  label.textContent = name
  // A word joiner on either side keeps the caret from changing where the line may break.
  caret.append('\u2060', label, '\u2060')
  requestAnimationFrame(() => turnAtEdge(caret, label))
  return caret
}

/** Near the right edge the name stands to the left of its caret, where it can be read. */
function turnAtEdge(caret: HTMLElement, label: HTMLElement): void {
  const sheet = caret.closest('[data-live-editor]')
  if (!sheet) return
  const isCut = label.getBoundingClientRect().right > sheet.getBoundingClientRect().right
  caret.classList.toggle('remote-caret-turned', isCut)
}

function drawSelection(user: unknown) {
  return { class: `remote-selection person-${readUser(user).colour}` }
}
