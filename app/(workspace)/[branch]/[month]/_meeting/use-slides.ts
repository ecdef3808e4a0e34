import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Slide, slideAt, slideKey } from './meeting-slides.ts'
import { scrollStep } from './scroll-step.ts'

/**
 * Which slide is shown; it follows its group or task when others come and go, and stands in the address. `place` holds
 * nothing but the slide.
 */
export function useSlides(
  slides: readonly Slide[],
  place: RefObject<HTMLElement | null>,
  leave: () => void,
) {
  const [key, setKey] = useState(() =>
    typeof location === 'undefined' ? '' : decodeURIComponent(location.hash.slice(1)),
  )
  const was = useRef(0)
  const index = slideAt(slides, key, was.current)
  was.current = index
  const go = useCallback(
    (to: number) => {
      const slide = slides[Math.max(0, Math.min(to, slides.length - 1))]
      if (!slide) return
      const next = slideKey(slide)
      setKey(next)
      history.replaceState(history.state, '', `#${encodeURIComponent(next)}`)
    },
    [slides],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') return leave()
      const to = targetOf(event, index, slides.length)
      if (to === null) return
      event.preventDefault()
      if (!didScroll(place.current?.firstElementChild, event.key)) go(to)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [go, index, leave, place, slides.length])
  return { index, go }
}

/** A long slide is read to its end first. */
function didScroll(slide: Element | null | undefined, key: string): boolean {
  const top = slide ? scrollStep(slide, key) : null
  if (top === null) return false
  slide?.scrollBy({ top })
  return true
}

/** Arrows, the keys of a presenter, Home and End. A button that has the focus keeps its space bar. */
function targetOf(event: KeyboardEvent, index: number, all: number): number | null {
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
      return index + 1
    case ' ':
      return event.target instanceof HTMLButtonElement ? null : index + 1
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return index - 1
    case 'Home':
      return 0
    case 'End':
      return all - 1
    default:
      return null
  }
}
