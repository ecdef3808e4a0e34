import { DomainError } from '../errors.ts'
import { isId, toIds } from '../ids.ts'
import type { Target } from '../plan-view.ts'
import { toTarget } from '../target.ts'

/** Checks of what a command is given: the value, or `badInput` with the name of what was wrong. */
export function requireId(value: unknown, name: string): string {
  if (!isId(value)) throw badInput(name)
  return value
}

export function requireTarget(value: unknown, name: string): Target {
  const target = toTarget(value)
  if (target === null) throw badInput(name)
  return target
}

/** A list of ids with none twice, none invalid and no more than `most`. */
export function requireIds(value: readonly string[], most: number, name: string): string[] {
  const ids = toIds(value, most)
  if (ids === null || ids.length !== value.length) throw badInput(name)
  return ids
}

export function badInput(name: string): DomainError {
  return new DomainError('badInput', { field: name })
}
