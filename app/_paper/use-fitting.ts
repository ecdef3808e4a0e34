import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

const pixelsPerMillimetre = 96 / 25.4

/** How much a page of this width (mm) is made smaller to fit into its frame; never larger than it is. */
export function useFitting(width: number): {
  frame: RefObject<HTMLDivElement | null>
  scale: number
} {
  const frame = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const scaleDown = () =>
      setScale(Math.min(1, element.clientWidth / (width * pixelsPerMillimetre)) || 1)
    const observer = new ResizeObserver(scaleDown)
    observer.observe(element)
    scaleDown()
    return () => observer.disconnect()
  }, [width])
  return { frame, scale }
}
