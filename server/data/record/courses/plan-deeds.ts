import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { TaskStatus } from '#domain/vocabulary.ts'
import type { CourseModel, Left, PlanModel } from './course-model.ts'
import type { Edit } from './course-step.ts'

/** What an edit comes to on the page where it is made. A place is `<memberId> <groupId>`. */
export type Deed =
  | Left
  | { kind: 'unassign'; place: string }
  | { kind: 'move'; from: string; to: string }
  | { kind: 'status'; id: string; status: TaskStatus }
  | { kind: 'removeTask'; id: string }

const nextStatus = { todo: 'doing', doing: 'done', done: 'todo', notDone: 'todo' } as const

/** Of a page that shows what is committed. */
export function deedOf(edit: Edit, doc: Y.Doc, model: CourseModel, newId: () => string): Deed {
  const { tasks } = readPlan(doc)
  const task = tasks[edit.task % Math.max(1, tasks.length)]
  if (edit.kind === 'write') return { kind: 'write', mark: newId() }
  if (edit.kind === 'place' || edit.kind === 'move') return placeDeed(edit, doc, model)
  if (edit.kind === 'addTask' || !task) return { kind: 'addTask', id: newId() }
  if (edit.kind === 'removeTask') return { kind: 'removeTask', id: task.id }
  return { kind: 'status', id: task.id, status: nextStatus[task.status] }
}

/** Of a page on which something may be missing: only what nobody else's deed can undo. */
export function addingDeed(
  edit: Edit,
  doc: Y.Doc,
  model: CourseModel,
  { newId, mayAssign }: { newId: () => string; mayAssign: boolean },
): Left {
  const isAboutPlaces = edit.kind === 'place' || edit.kind === 'move'
  if (isAboutPlaces && mayAssign) {
    const deed = placeDeed({ ...edit, kind: 'place' }, doc, model)
    if (deed.kind === 'assign') return deed
  }
  return isAboutPlaces || edit.kind === 'write'
    ? { kind: 'write', mark: newId() }
    : { kind: 'addTask', id: newId() }
}

function placeDeed(edit: Edit, doc: Y.Doc, { members, groups }: CourseModel): Deed {
  const memberId = members[edit.member % members.length]?.id ?? ''
  const place = `${memberId} ${groups[edit.group % groups.length]?.id ?? ''}`
  const held = placesIn(doc).filter((each) => each.startsWith(memberId))
  if (held.includes(place)) return { kind: 'unassign', place }
  const [from] = held
  return edit.kind === 'move' && from !== undefined
    ? { kind: 'move', from, to: place }
    : { kind: 'assign', place }
}

export function placesIn(doc: Y.Doc): string[] {
  return readPlan(doc).assignments.map(({ memberId, target }) => `${memberId} ${target.id}`)
}

/** By the commands of the board. */
export function carryOut(doc: Y.Doc, deed: Deed): void {
  switch (deed.kind) {
    case 'write':
      write(doc, deed.mark)
      break
    case 'addTask':
      addTask(doc, { id: deed.id, title: deed.id })
      break
    case 'assign':
      assignMember(doc, placed(deed.place))
      break
    case 'unassign':
      unassignMember(doc, placed(deed.place))
      break
    case 'move':
      moveMember(doc, { ...placed(deed.to), ...fromTo(deed) })
      break
    case 'status':
      setTaskStatus(doc, { taskId: deed.id, status: deed.status })
      break
    case 'removeTask':
      removeTask(doc, { taskId: deed.id })
  }
}

function fromTo({ from, to }: { from: string; to: string }) {
  return { from: placed(from).target, to: placed(to).target }
}

function write(doc: Y.Doc, mark: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(mark)])
    proseOf(doc, 'focus').push([paragraph])
  })
}

function placed(place: string) {
  const [memberId = '', id = ''] = place.split(' ')
  return { memberId, target: { kind: 'group', id } } as const
}

/** The same in the course's own account. */
export function note(plan: PlanModel, deed: Deed): void {
  switch (deed.kind) {
    case 'write':
      plan.words.add(deed.mark)
      break
    case 'addTask':
      plan.tasks.set(deed.id, { status: 'todo', isRemoved: false, carries: null })
      break
    case 'assign':
      plan.places.add(deed.place)
      break
    case 'unassign':
      plan.places.delete(deed.place)
      break
    case 'move':
      plan.places.delete(deed.from)
      plan.places.add(deed.to)
      break
    default: {
      const task = plan.tasks.get(deed.id)
      if (!task) throw new Error(`course: no task ${deed.id}`)
      if (deed.kind === 'removeTask') task.isRemoved = true
      else task.status = deed.status
    }
  }
}
