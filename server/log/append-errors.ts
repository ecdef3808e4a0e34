/**
 * Did the database itself refuse the statement? Then nothing of it was kept. Everything else (a lost
 * connection, a shutdown, a time-out of ours) leaves open whether it was committed.
 */
export function wasRefused(error: unknown): boolean {
  const state = sqlState(error)
  return state !== null && !/^(08|57P)/.test(state)
}

/** Was it refused for what it says, so that sending it again is pointless? */
export function isAboutContent(error: unknown): boolean {
  const state = sqlState(error)
  // Data exceptions, constraints, and statements or types that do not exist.
  return state !== null && /^(22|23|42|P0|XX)/.test(state)
}

function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}
