// Keys are fractions in base 62 without the leading "0.", compared as strings. The digits stand in ASCII order.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const orderPattern = /^[0-9A-Za-z]{0,199}[1-9A-Za-z]$/

/** Is this a key that `keyBetween` could have made? It never ends in 0, so there is always room below it. */
export function isOrderKey(value: unknown): value is string {
  return typeof value === 'string' && orderPattern.test(value)
}

/**
 * A key strictly between two others; null stands for the very start or the very end. Adding at the end makes
 * a key one digit longer only about every 60 times. The caller promises low < high.
 */
export function keyBetween(low: string | null, high: string | null): string {
  return high === null ? keyAfter(low ?? '') : middle(low ?? '', high)
}

/** `count` rising keys for a whole list, as short as can be. */
export function keysFor(count: number): string[] {
  const keys: string[] = []
  let last: string | null = null
  for (let made = 0; made < count; made += 1) {
    last = keyBetween(last, null)
    keys.push(last)
  }
  return keys
}

/** The next key: the first digit that can be raised is raised, and what follows it is dropped. */
function keyAfter(low: string): string {
  for (let at = 0; at < low.length; at += 1) {
    const value = digitAt(low, at)
    if (value < digits.length - 1) return low.slice(0, at) + digit(value + 1)
  }
  return low + digit(1)
}

/** Walks down the common digits to the first place with room, as one halves a distance. */
function middle(low: string, high: string): string {
  let key = ''
  let free = false
  for (let at = 0; ; at += 1) {
    const floor = at < low.length ? digitAt(low, at) : 0
    const ceiling = free || at >= high.length ? digits.length : digitAt(high, at)
    const half = Math.floor((floor + ceiling) / 2)
    if (half > floor) return key + digit(half)
    key += digit(floor)
    // From here on every key is below `high`; only `low` still bounds it.
    if (floor < ceiling) free = true
  }
}

function digitAt(key: string, at: number): number {
  return digits.indexOf(key.charAt(at))
}

function digit(value: number): string {
  return digits.charAt(value)
}
