import { useRef } from 'react'

/**
 * The order of the cards, held still while a member is in hand: a card must not jump away from under the
 * pointer because somebody, oneself included, has just met its need. New cards join at the end.
 */
export function useFrozenOrder(order: readonly string[], isHeld: boolean): readonly string[] {
  const frozen = useRef(order)
  if (!isHeld || frozen.current.length !== order.length)
    frozen.current = sameOrder(frozen.current, order)
  return frozen.current
}

function sameOrder(before: readonly string[], now: readonly string[]): readonly string[] {
  return before.length === now.length && before.every((key, index) => key === now[index])
    ? before
    : now
}
