/** No frame waits longer than this, in milliseconds, so that it is on the screen within three seconds. */
export const longestHoldMs = 2_800

/** An editor reads what was composed a moment after `compositionend`; a frame must not slip in before. */
const settleMs = 50

export interface CompositionHold {
  /** Runs `apply` now, or after the composition that is under way; the order of calls is kept. */
  pass(apply: () => void): void
  began(): void
  ended(): void
  /** Lets everything go that waits. */
  release(): void
}

/**
 * Incoming text waits while an editor composes: a letter under an input method must not be moved or
 * re-rendered by a colleague's words.
 */
export function compositionHold(): CompositionHold {
  let isHolding = false
  let waiting: (() => void)[] = []
  let deadline: ReturnType<typeof setTimeout> | undefined
  let settling: ReturnType<typeof setTimeout> | undefined

  function release(): void {
    clearTimeout(deadline)
    deadline = undefined
    const ready = waiting
    waiting = []
    for (const apply of ready) apply()
  }

  function settle(): void {
    settling = undefined
    isHolding = false
    release()
  }

  return {
    pass(apply) {
      if (!isHolding) return apply()
      waiting.push(apply)
      deadline ??= setTimeout(release, longestHoldMs)
    },
    began() {
      clearTimeout(settling)
      settling = undefined
      isHolding = true
    },
    ended() {
      if (isHolding) settling ??= setTimeout(settle, settleMs)
    },
    release,
  }
}

/**
 * Follows the composition of every editor that is bound to the document (`data-live-editor`).
 * Returns what stops following.
 */
export function followCompositions(page: Document, hold: CompositionHold): () => void {
  const isLive = (event: Event) =>
    event.target instanceof Element && event.target.closest('[data-live-editor]') !== null
  const began = (event: Event) => {
    if (isLive(event)) hold.began()
  }
  const ended = (event: Event) => {
    if (isLive(event)) hold.ended()
  }
  page.addEventListener('compositionstart', began, true)
  page.addEventListener('compositionend', ended, true)
  // An editor that is left or taken away while composing never says that it ended.
  page.addEventListener('focusout', ended, true)
  return () => {
    page.removeEventListener('compositionstart', began, true)
    page.removeEventListener('compositionend', ended, true)
    page.removeEventListener('focusout', ended, true)
    hold.ended()
  }
}
