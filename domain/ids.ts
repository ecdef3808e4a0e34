const idPattern = /^[A-Za-z0-9_-]{1,64}$/
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Is this an id or a code that may stand inside a plan? Letters, digits, `_` and `-`, at most 64 of them,
 * and never a name that JavaScript gives a meaning of its own.
 */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value) && !forbidden.has(value)
}

/** The ids of a list in their order, each once, at most `most`; null when it is no list. */
export function toIds(value: unknown, most: number): string[] | null {
  if (!Array.isArray(value)) return null
  return [...new Set(value.filter(isId))].slice(0, most)
}
