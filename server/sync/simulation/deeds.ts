import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { restoreTask } from '#domain/commands/restore-task.ts'
import { setTaskDoers } from '#domain/commands/set-task-doers.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { DomainError } from '#domain/errors.ts'
import { ownMove, proseOf, proseParts } from '#domain/plan-doc.ts'
import type { Target } from '#domain/plan-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { taskStatuses } from '#domain/vocabulary.ts'
import type { Chance } from './chance.ts'

const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
const words = ['Sửa đường', 'họp dân', 'ệ', 'ươ', 'thăm hộ', ' ', 'x', 'Tổ 3']

/** Weights of what people do to a plan. */
const deeds = {
  assign: 4,
  move: 5,
  unassign: 2,
  addTask: 2,
  title: 4,
  result: 2,
  status: 2,
  doers: 1,
  remove: 1,
  restore: 1,
  type: 8,
  erase: 4,
  paragraph: 2,
  joinParagraphs: 1,
} as const
export type Deed = keyof typeof deeds

/** Does one thing that an editor of the board can do. Returns what, or null when there was nothing to do it to. */
export function doDeed(doc: Y.Doc, chance: Chance): Deed | null {
  const deed = chance.weighted(deeds)
  try {
    return act(deed, doc, chance) ? deed : null
  } catch (error) {
    // What the screen would say to the person; nothing was changed.
    if (error instanceof DomainError) return null
    throw error
  }
}

function act(deed: Deed, doc: Y.Doc, chance: Chance): boolean {
  switch (deed) {
    case 'assign':
    case 'move':
    case 'unassign':
      return onBoard(deed, doc, chance)
    case 'type':
    case 'erase':
    case 'paragraph':
    case 'joinParagraphs':
      return inProse(deed, doc, chance)
    default:
      return onTask(deed, doc, chance)
  }
}

function target(chance: Chance): Target {
  return { kind: 'group', id: `g${chance.int(5)}` }
}

function onBoard(deed: 'assign' | 'move' | 'unassign', doc: Y.Doc, chance: Chance): boolean {
  const memberId = chance.pick(members) ?? ''
  if (deed === 'assign') assignMember(doc, { memberId, target: target(chance) })
  const held = chance.pick(readPlan(doc).assignments)
  if (deed === 'assign' || !held) return deed === 'assign'
  const at = { memberId: held.memberId, target: held.target }
  if (deed === 'unassign') unassignMember(doc, at)
  else moveMember(doc, { memberId: at.memberId, from: at.target, to: target(chance) })
  return true
}

type TaskDeed = 'addTask' | 'title' | 'result' | 'status' | 'doers' | 'remove' | 'restore'

function onTask(deed: TaskDeed, doc: Y.Doc, chance: Chance): boolean {
  if (deed === 'addTask') {
    const title = `${chance.pick(words)} ${chance.int(100)}`
    addTask(doc, { id: chance.newId(), title, doers: chance.is(0.5) ? ['m1'] : [] })
    return true
  }
  const { tasks, removedTasks } = readPlan(doc)
  const task = chance.pick(deed === 'restore' ? removedTasks : tasks)
  if (!task) return false
  const taskId = task.id
  switch (deed) {
    case 'title':
      editTaskText(doc, { taskId, key: 'title', text: edited(task.title, chance) })
      break
    case 'result':
      editTaskText(doc, { taskId, key: 'result', text: edited(task.result, chance) })
      break
    case 'status':
      setTaskStatus(doc, { taskId, status: chance.pick(taskStatuses) ?? 'todo' })
      break
    case 'doers':
      setTaskDoers(doc, { taskId, doers: [chance.pick(members) ?? ''], coDoers: [] })
      break
    case 'remove':
      removeTask(doc, { taskId })
      break
    case 'restore':
      restoreTask(doc, { taskId })
      break
    default:
      return false
  }
  return true
}

function edited(text: string, chance: Chance): string {
  const at = chance.int(text.length + 1)
  const without = chance.is(0.4) ? chance.int(4) : 0
  return `${text.slice(0, at)}${chance.pick(words)}${text.slice(at + without)}`.slice(0, 200)
}

type ProseDeed = 'type' | 'erase' | 'paragraph' | 'joinParagraphs'

/** As an editor bound to the fragment writes: letters into the text of a paragraph, paragraphs whole. */
function inProse(deed: ProseDeed, doc: Y.Doc, chance: Chance): boolean {
  const prose = proseOf(doc, chance.pick(proseParts) ?? 'review')
  const paragraph = chance.pick(prose.toArray())
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (deed === 'paragraph') {
    const fresh = new Y.XmlElement('paragraph')
    fresh.insert(0, [new Y.XmlText(chance.pick(words) ?? '')])
    doc.transact(() => prose.insert(chance.int(prose.length + 1), [fresh]))
    return true
  }
  if (deed === 'joinParagraphs') {
    if (prose.length < 3) return false
    doc.transact(() => prose.delete(chance.int(prose.length), 1))
    return true
  }
  if (!(text instanceof Y.XmlText)) return false
  if (deed === 'type') {
    const marks = chance.is(0.2) ? { bold: {} } : {}
    doc.transact(() => text.insert(chance.int(text.length + 1), chance.pick(words) ?? 'a', marks))
    return true
  }
  if (text.length === 0) return false
  const at = chance.int(text.length)
  doc.transact(() => text.delete(at, Math.min(chance.between(1, 4), text.length - at)))
  return true
}

/** What undo follows, each move by itself: the undo manager's own clock is not ours. */
export function undoOf(doc: Y.Doc): Y.UndoManager {
  const roots = [doc.getMap('assignments'), doc.getMap('tasks')]
  return new Y.UndoManager(roots, { trackedOrigins: new Set([ownMove]), captureTimeout: 0 })
}
