// Calls each of many things so often a second at chance moments, as people type: now two at once, now none.
const tickMs = 1

/** Starts calling; the returned function stops it. The same seed gives the same moments. */
export function pace<T>(
  all: readonly T[],
  perSecond: number,
  call: (one: T) => void,
  seed = 1,
): () => void {
  const periodMs = 1000 / perSecond
  const random = randomOf(seed)
  let began = performance.now()
  let turn = drawTurn(all, periodMs, random)
  let next = 0
  const timer = setInterval(() => {
    const now = performance.now()
    for (;;) {
      const due = turn[next]
      if (due === undefined) {
        if (began + periodMs > now) return
        began += periodMs
        turn = drawTurn(all, periodMs, random)
        next = 0
      } else {
        if (began + due.at > now) return
        next += 1
        call(due.one)
      }
    }
  }, tickMs)
  return () => clearInterval(timer)
}

/** Everyone once, each at a moment of its own within the period. */
function drawTurn<T>(all: readonly T[], periodMs: number, random: () => number) {
  return all.map((one) => ({ one, at: random() * periodMs })).sort((a, b) => a.at - b.at)
}

/** Mulberry32, public domain, by Tommy Ettinger. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
