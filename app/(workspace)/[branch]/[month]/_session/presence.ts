import type { Awareness } from 'y-protocols/awareness'
import type { Target } from '#domain/plan-view.ts'

/** A member being carried: where it was taken, and what it is held over. */
export interface Drag {
  memberId: string
  from: Target | null
  over: Target | null
}

/** What a person is doing, as everyone here may see it. */
export interface Presence {
  drag: Drag | null
  /** The place that is being edited, in the words of the screen that edits it. */
  open: string | null
}

/** At most one message per this many milliseconds while something moves. */
const everyMs = 100

/**
 * Tells the others what this person is doing, at most ten times a second; the last word is always said, and
 * letting go at once.
 */
export function presenceVerbs(awareness: Awareness) {
  const wanted: Presence = { drag: null, open: null }
  let toldAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    clearTimeout(timer)
    timer = undefined
    const state = awareness.getLocalState()
    if (!state) return
    toldAt = Date.now()
    awareness.setLocalState({ ...state, ...wanted })
  }
  function soon(isUrgent: boolean): void {
    const wait = toldAt + everyMs - Date.now()
    if (isUrgent || wait <= 0) tell()
    else timer ??= setTimeout(tell, wait)
  }

  return {
    setDrag(drag: Drag | null): void {
      if (drag === wanted.drag) return
      wanted.drag = drag
      soon(drag === null)
    },
    setOpen(open: string | null): void {
      if (open === wanted.open) return
      wanted.open = open
      soon(open === null)
    },
  }
}
