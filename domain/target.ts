import { isId } from './ids.ts'
import { ownProperty } from './own-property.ts'
import type { Target } from './plan-view.ts'
import { type WorkField, workFields } from './vocabulary.ts'

/** Reads a target from anything: exactly one of the two kinds with a valid id, or null. */
export function toTarget(value: unknown): Target | null {
  const id = ownProperty(value, 'id')
  if (!isId(id)) return null
  const kind = ownProperty(value, 'kind')
  if (kind === 'group') return { kind, id }
  const field = ownProperty(value, 'field')
  if (kind === 'hamlet' && isWorkField(field)) return { kind, id, field }
  return null
}

/** One string per target, for sets and maps; equal targets have equal keys. */
export function targetKey(target: Target): string {
  return target.kind === 'group' ? `group:${target.id}` : `hamlet:${target.id}:${target.field}`
}

export function isSameTarget(a: Target, b: Target): boolean {
  return targetKey(a) === targetKey(b)
}

function isWorkField(value: unknown): value is WorkField {
  return workFields.some((field) => field === value)
}
