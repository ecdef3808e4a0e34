import * as Y from 'yjs'
import { proseParts, rootName, taskKey } from '#domain/plan-doc.ts'
import { isProseNode, type ProseNode, proseDepth } from '#domain/prose-schema.ts'

/**
 * What a shared type inside the plan's document is. `of` tells types apart: a root's name, or the id of the
 * item that opened the type. `gone` stands for everything that was deleted and collected.
 */
export type Place =
  | { of: string; kind: 'assignments' | 'tasks' | 'task' | 'text' }
  | { of: string; kind: 'fragment' | 'words'; depth: number }
  | { of: string; kind: 'element'; node: ProseNode; depth: number }
  | { of: 'gone'; kind: 'gone' }

/** Where a struct stands: in which type, and under which key when the type is a map or it is an attribute. */
export interface Spot {
  place: Place
  key: string | null
}

export const gone: Place = { of: 'gone', kind: 'gone' }
export const goneSpot: Spot = { place: gone, key: null }

/** The place of a root; null for a name that the plan does not have. */
export function rootPlace(name: string): Place | null {
  if (name === rootName.assignments || name === rootName.tasks) return { of: name, kind: name }
  if (proseParts.some((part) => part === name)) return { of: name, kind: 'fragment', depth: 0 }
  return null
}

/** What a new type at this spot would be; null when such a type may not stand there. */
export function placeInside(spot: Spot, type: Y.AbstractType<unknown>, id: Y.ID): Place | null {
  const of = `${id.client}:${id.clock}`
  const { place, key } = spot
  switch (place.kind) {
    case 'gone':
      return gone
    case 'tasks':
      return type.constructor === Y.Map && key !== null ? { of, kind: 'task' } : null
    case 'task': {
      const isText = key === taskKey.title || key === taskKey.result
      return isText && type.constructor === Y.Text ? { of, kind: 'text' } : null
    }
    case 'fragment':
    case 'element':
      return key === null ? proseInside(of, place.depth + 1, type) : null
    default:
      return null
  }
}

function proseInside(of: string, depth: number, type: Y.AbstractType<unknown>): Place | null {
  // The words of the deepest node lie one below it.
  if (type.constructor === Y.XmlText) {
    return depth <= proseDepth + 1 ? { of, kind: 'words', depth } : null
  }
  if (!(type instanceof Y.XmlElement) || type.constructor !== Y.XmlElement) return null
  const node = type.nodeName
  return isProseNode(node) && depth <= proseDepth ? { of, kind: 'element', node, depth } : null
}
