import { isId } from './ids.ts'
import { isMonth } from './months.ts'
import { ownProperty } from './own-property.ts'
import { planLimits } from './plan-limits.ts'
import type { CarriedFrom } from './plan-view.ts'

/** Reads where a task was carried over from; null for anything that is not whole. */
export function toCarriedFrom(value: unknown): CarriedFrom | null {
  const month = ownProperty(value, 'month')
  const taskId = ownProperty(value, 'taskId')
  const times = ownProperty(value, 'times')
  if (typeof month !== 'string' || !isMonth(month) || !isId(taskId)) return null
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) return null
  return { month, taskId, times: Math.min(times, planLimits.carried) }
}
