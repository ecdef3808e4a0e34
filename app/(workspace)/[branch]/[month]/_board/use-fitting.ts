import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How many of a line's children fit into its width; measured again when the line or its content changes.
 * Children that do not fit are taken out of the line by the caller, so widths are remembered from when they were in.
 */
export function useFitting(line: RefObject<HTMLElement | null>, items: readonly unknown[]): number {
  const [fitting, setFitting] = useState(items.length)
  useLayoutEffect(() => {
    const element = line.current
    if (!element || items.length === 0) return undefined
    const measure = () => setFitting(countFitting(element))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [line, items])
  return fitting
}

const gapPx = 8

function countFitting(line: HTMLElement): number {
  let used = 0
  let count = 0
  for (const child of line.children) {
    used +=
      (count === 0 ? 0 : gapPx) + (child.firstElementChild?.getBoundingClientRect().width ?? 0)
    if (used > line.clientWidth) break
    count += 1
  }
  return count
}
