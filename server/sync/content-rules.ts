import * as Y from 'yjs'
import { isId } from '#domain/ids.ts'
import { taskKey } from '#domain/plan-doc.ts'
import { isProseAttribute, isProseMark } from '#domain/prose-schema.ts'
import { parseSlotKey } from '#domain/slots.ts'
import type { Spot } from './place.ts'
import { isSlotValue, isTaskValue } from './plan-values.ts'

type Content = Y.Item['content']

/**
 * May an item with this content, which is no shared type, stand here? An allow-list of keys, values, marks
 * and attributes; which node may stand in which is left to the editors and readers.
 */
export function mayStand(spot: Spot, content: Content): boolean {
  if (content instanceof Y.ContentDeleted) return isKnownKey(spot)
  const { place, key } = spot
  switch (place.kind) {
    case 'gone':
      return isOrdinary(content)
    case 'assignments':
      return key !== null && eachValue(content, (value) => isSlotValue(key, value))
    case 'task':
      return key !== null && eachValue(content, (value) => isTaskValue(key, value))
    case 'text':
      return key === null && content instanceof Y.ContentString
    case 'words':
      return key === null && (content instanceof Y.ContentString || isMark(content))
    case 'element': {
      const { node } = place
      return key !== null && eachValue(content, (value) => isProseAttribute(node, key, value))
    }
    default:
      return false
  }
}

/** Does the type at this spot have such a key at all? Lists have none, maps only those of the plan. */
export function isKnownKey({ place, key }: Spot): boolean {
  switch (place.kind) {
    case 'gone':
      return true
    case 'assignments':
      return key !== null && parseSlotKey(key) !== null
    case 'tasks':
      return key !== null && isId(key)
    case 'task':
      return key !== null && Object.hasOwn(taskKey, key)
    case 'element':
      return key === null || key === 'level' || key === 'start'
    default:
      return key === null
  }
}

function eachValue(content: Content, isValid: (value: unknown) => boolean): boolean {
  return content instanceof Y.ContentAny && content.arr.every(isValid)
}

function isMark(content: Content): boolean {
  if (!(content instanceof Y.ContentFormat) || !isProseMark(content.key)) return false
  const value: unknown = content.value
  if (value === null || value === true) return true
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0
}

/** Content that Yjs drops when it arrives in something deleted; still only of the kinds that plans hold. */
function isOrdinary(content: Content): boolean {
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentFormat
  )
}
