import { type TouchEvent, useRef } from 'react'

/** A finger that went so far to a side, in CSS pixels, and clearly more to the side than up or down, turns the page. */
const farEnough = 48
const sideways = 1.5

/** Where a finger went: 1 is on to the next, -1 back, 0 nowhere. */
export function swipeOf(dx: number, dy: number): -1 | 0 | 1 {
  if (Math.abs(dx) < farEnough || Math.abs(dx) < sideways * Math.abs(dy)) return 0
  return dx < 0 ? 1 : -1
}

/** Touch handlers that call `turn` when one finger is swiped sideways; two fingers zoom and turn nothing. */
export function useSwipe(turn: (by: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const finger = touches[0]
      from.current =
        finger && touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null
    },
    onTouchCancel: () => {
      from.current = null
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const finger = changedTouches[0]
      const start = from.current
      from.current = null
      if (!start || !finger) return
      const by = swipeOf(finger.clientX - start.x, finger.clientY - start.y)
      if (by !== 0) turn(by)
    },
  }
}
