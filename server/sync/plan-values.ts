import { isDeepStrictEqual } from 'node:util'
import { toCarriedFrom } from '#domain/carried-from.ts'
import { isDay } from '#domain/days.ts'
import { isId } from '#domain/ids.ts'
import { isOrderKey } from '#domain/order-key.ts'
import { taskKey } from '#domain/plan-doc.ts'
import { planLimits } from '#domain/plan-limits.ts'
import { toSlot } from '#domain/slots.ts'
import { toTaskPlace } from '#domain/task-place.ts'
import { taskStatuses } from '#domain/vocabulary.ts'

/**
 * Is this exactly what a command would have written? A value passes when reading it gives the very same
 * value back, prototype included: nothing extra, nothing borrowed through `__proto__`.
 */
export function isSlotValue(key: string, value: unknown): boolean {
  const slot = toSlot(key, value)
  return slot !== null && isDeepStrictEqual(value, slot)
}

/** The same for the keys of a task whose values are replaced whole. */
export function isTaskValue(key: string, value: unknown): boolean {
  const check = Object.hasOwn(taskValues, key) ? taskValues[key as keyof typeof taskValues] : null
  return check?.(value) ?? false
}

const taskValues = {
  [taskKey.field]: (value: unknown) => value === null || isId(value),
  [taskKey.doers]: isIdList,
  [taskKey.coDoers]: isIdList,
  [taskKey.place]: (value: unknown) =>
    value === null || isDeepStrictEqual(value, toTaskPlace(value)),
  [taskKey.due]: (value: unknown) => value === null || isDay(value),
  [taskKey.status]: (value: unknown) => taskStatuses.some((status) => status === value),
  [taskKey.carriedFrom]: (value: unknown) =>
    value === null || isDeepStrictEqual(value, toCarriedFrom(value)),
  [taskKey.order]: isOrderKey,
  [taskKey.removed]: (value: unknown) => typeof value === 'boolean',
}

function isIdList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    Object.getPrototypeOf(value) === Array.prototype &&
    value.length <= planLimits.doers &&
    value.every(isId)
  )
}
