/**
 * Did the database itself refuse the statement? Then nothing of it was kept. Everything else (a lost
 * connection, a shutdown, a time-out of ours) leaves open whether it was committed.
 */
export function wasRefused(error: unknown): boolean {
  const state = sqlState(error)
  return state !== null && !/^(08|57P)/.test(state)
}

/** Was it refused for what one of its rows holds, so that sending that row again is pointless? */
export function isAboutContent(error: unknown): boolean {
  const state = sqlState(error)
  // Data exceptions, checks, missing values, and what a trigger raises.
  return state !== null && /^(22|2351|23502|P0001)/.test(state)
}

/** Was it refused for something about one plan only, as far as one can tell? */
export function isAboutPlan(error: unknown): boolean {
  // The other classes concern everyone: rollbacks to be repeated, missing resources, failing disks.
  return wasRefused(error) && !/^(40|53|58)/.test(sqlState(error) ?? '')
}

/** Would asking for the same once more get the same answer, until somebody repairs something? */
export function isHopeless(error: unknown): boolean {
  const state = sqlState(error)
  // Data exceptions, constraints, and statements or types that do not exist.
  return state !== null && /^(22|23|42|P0|XX)/.test(state)
}

function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}
