/** A page this much older than the server's clock was kept by the phone and not sent now. Milliseconds. */
const keptAfterMs = 90_000

export type Line = 'unknown' | 'online' | 'kept' | 'offline'

/**
 * What an answer says of a page. `now` is the server's clock, null when it gave no answer; `renderedAt` the same clock
 * when the page was made. A page that was sent now does not become a kept one by being looked at for long.
 */
export function lineAfter(was: Line, now: number | null, renderedAt: number): Line {
  if (now === null) return 'offline'
  if (was === 'online') return was
  return now - renderedAt > keptAfterMs ? 'kept' : 'online'
}
