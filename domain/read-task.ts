import * as Y from 'yjs'
import { toCarriedFrom } from './carried-from.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { isDay } from './days.ts'
import { isId, toIds } from './ids.ts'
import { isOrderKey } from './order-key.ts'
import { taskKey } from './plan-doc.ts'
import { planLimits } from './plan-limits.ts'
import type { TaskView } from './plan-view.ts'
import { toTaskPlace } from './task-place.ts'
import { taskStatuses } from './vocabulary.ts'

/** A task of the view with what only its place in the list needs. */
export interface OrderedTask {
  view: TaskView
  /** Null when the document holds no valid key; such tasks come last. */
  order: string | null
  removed: boolean
}

/** Reads one entry of the tasks; null when the key or the value can be no task. Every missing part has a default. */
export function readTask(id: string, value: unknown): OrderedTask | null {
  if (!isId(id) || !(value instanceof Y.Map)) return null
  const field = value.get(taskKey.field)
  const due = value.get(taskKey.due)
  const order = value.get(taskKey.order)
  const doers = toIds(value.get(taskKey.doers), planLimits.doers) ?? []
  const coDoers = toIds(value.get(taskKey.coDoers), planLimits.doers) ?? []
  const view: TaskView = {
    id,
    title: cleanLine(plainText(value.get(taskKey.title)), planLimits.title * 2),
    field: isId(field) ? field : null,
    doers,
    coDoers: coDoers.filter((memberId) => !doers.includes(memberId)),
    place: toTaskPlace(value.get(taskKey.place)),
    due: isDay(due) ? due : null,
    status: taskStatuses.find((status) => status === value.get(taskKey.status)) ?? 'todo',
    result: cleanText(plainText(value.get(taskKey.result)), planLimits.result * 2),
    carriedFrom: toCarriedFrom(value.get(taskKey.carriedFrom)),
  }
  return {
    view,
    order: isOrderKey(order) ? order : null,
    removed: value.get(taskKey.removed) === true,
  }
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  return value instanceof Y.Text && !(value instanceof Y.XmlText) ? value.toString() : ''
}
