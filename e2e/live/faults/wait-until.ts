/** Looks every few milliseconds and gives back how many it took. Throws when it takes longer than `withinMs`. */
export async function waitUntil(
  what: string,
  holds: () => boolean,
  withinMs: number,
): Promise<number> {
  const began = performance.now()
  while (!holds()) {
    if (performance.now() - began > withinMs) throw new Error(`not within ${withinMs} ms: ${what}`)
    await new Promise((later) => setTimeout(later, 10))
  }
  return performance.now() - began
}
