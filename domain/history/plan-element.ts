import * as Y from 'yjs'
import { assignmentsOf, type ProsePart, proseOf, proseParts, tasksOf } from '../plan-doc.ts'
import { parseSlotKey } from '../slots.ts'

/** What people change as one thing and history tells as one: a member's places, a task, a paragraph. */
export type PlanElement =
  | { kind: 'places'; memberId: string }
  | { kind: 'task'; taskId: string }
  /** `id` is that of the Yjs item which holds the paragraph, heading or text. */
  | { kind: 'block'; part: ProsePart; id: Y.ID }

/** One string per element, for maps. */
export function elementKey(element: PlanElement): string {
  if (element.kind === 'places') return `places:${element.memberId}`
  if (element.kind === 'task') return `task:${element.taskId}`
  return `block:${element.part}:${element.id.client}:${element.id.clock}`
}

/** The elements that a transaction wrote into or deleted from, each once. To be asked before it is tidied up. */
export function touchedElements(transaction: Y.Transaction): PlanElement[] {
  const { doc } = transaction
  const roots = rootsOf(doc)
  const touched = new Map<string, PlanElement>()
  const note = (struct: Y.AbstractStruct) => {
    const element = struct instanceof Y.Item ? elementOf(struct, roots) : null
    if (element !== null) touched.set(elementKey(element), element)
  }
  for (const struct of newStructs(transaction)) note(struct)
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, note)
  return [...touched.values()]
}

function* newStructs(transaction: Y.Transaction): Generator<Y.AbstractStruct> {
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0
    const structs = transaction.doc.store.clients.get(client)
    if (clock === before || !structs) continue
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at += 1) {
      const struct = structs[at]
      if (struct) yield struct
    }
  }
}

type Root = 'assignments' | 'tasks' | ProsePart

function rootsOf(doc: Y.Doc): Map<unknown, Root> {
  const roots = new Map<unknown, Root>([
    [assignmentsOf(doc), 'assignments'],
    [tasksOf(doc), 'tasks'],
  ])
  for (const part of proseParts) roots.set(proseOf(doc, part), part)
  return roots
}

function elementOf(item: Y.Item, roots: ReadonlyMap<unknown, Root>): PlanElement | null {
  const chain: Y.Item[] = []
  for (let at: Y.Item | null = item; at !== null; at = holderOf(at)) chain.push(at)
  const top = chain.at(-1)
  const root = roots.get(top?.parent)
  if (!top || root === undefined) return null
  if (root === 'assignments') return placesOf(top.parentSub)
  if (root === 'tasks') return taskOf(top.parentSub)
  const held = chain.find(isBlock) ?? chain.findLast((each) => typeOf(each) instanceof Y.XmlText)
  return held ? { kind: 'block', part: root, id: held.id } : null
}

function holderOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null
}

function placesOf(slot: string | null): PlanElement | null {
  const owner = slot === null ? null : parseSlotKey(slot)
  return owner && { kind: 'places', memberId: owner.memberId }
}

function taskOf(key: string | null): PlanElement | null {
  return key === null ? null : { kind: 'task', taskId: key }
}

function isBlock(item: Y.Item): boolean {
  const type = typeOf(item)
  return type instanceof Y.XmlElement && ['paragraph', 'heading'].includes(type.nodeName)
}

function typeOf(item: Y.Item): unknown {
  return item.content instanceof Y.ContentType ? item.content.type : null
}
