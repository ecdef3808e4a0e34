/** How long a place that was gone to stays marked, in milliseconds. */
const flashMs = 1_800

/** Brings an element into sight and marks it for a moment, beside whatever React says about it. */
export function flashElement(element: Element | null): void {
  if (!element) return
  element.scrollIntoView({ block: 'center', behavior: 'smooth' })
  element.setAttribute('data-flash', '')
  setTimeout(() => element.removeAttribute('data-flash'), flashMs)
}
