/** What of a box that scrolls is known; pixels. */
export interface ScrollBox {
  scrollTop: number
  clientHeight: number
  scrollHeight: number
}

/** Parts of the height that is seen: an arrow goes on reading, a page keeps a line of the one before in sight. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 0.25,
  PageDown: 0.85,
  ' ': 0.85,
  ArrowUp: -0.25,
  PageUp: -0.85,
}

/** So little may be out of sight, and nobody misses it. */
const slack = 4

/**
 * How far a key scrolls a slide, in pixels; null when it does not, or nothing is left in its direction, and so the slide
 * is turned.
 */
export function scrollStep(box: ScrollBox, key: string): number | null {
  const step = steps[key]
  if (step === undefined) return null
  const left = step > 0 ? box.scrollHeight - box.clientHeight - box.scrollTop : box.scrollTop
  return left > slack ? step * box.clientHeight : null
}
