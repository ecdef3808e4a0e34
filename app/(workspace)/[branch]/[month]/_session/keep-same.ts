/**
 * The new map with every value that did not change replaced by the very object of before, so that a memoised
 * part of the screen renders again only when something in it changed. Values are plain data.
 */
export function keepSame<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const kept = new Map<string, T>()
  let changed = before.size !== now.size
  for (const [key, value] of now) {
    const old = before.get(key)
    const same = old !== undefined && JSON.stringify(old) === JSON.stringify(value)
    kept.set(key, same ? old : value)
    changed ||= !same
  }
  return changed ? kept : before
}
