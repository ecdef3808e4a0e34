import { isId, toIds } from './ids.ts'
import { ownProperty } from './own-property.ts'
import { planLimits } from './plan-limits.ts'
import type { TaskPlace } from './plan-view.ts'

/** Reads where a task is done from anything: some groups, or one hamlet, or null. */
export function toTaskPlace(value: unknown): TaskPlace | null {
  const kind = ownProperty(value, 'kind')
  if (kind === 'hamlet') {
    const id = ownProperty(value, 'id')
    return isId(id) ? { kind, id } : null
  }
  if (kind !== 'groups') return null
  const ids = toIds(ownProperty(value, 'ids'), planLimits.placeGroups)
  return ids !== null && ids.length > 0 ? { kind, ids } : null
}
