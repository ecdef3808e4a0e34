import * as Y from 'yjs'
import { assignmentsOf } from './plan-doc.ts'
import type { Target } from './plan-view.ts'
import { toSlot } from './slots.ts'
import { isSameTarget } from './target.ts'

/** Two people put one member somewhere at once, neither having seen the other's move; one of them stays. */
export interface ContestedMove {
  memberId: string
  slot: string
  /** Did this screen's own move stay? */
  won: boolean
  mine: Target
  /** Null when only the trace of the other's lost move arrived, without its content. */
  theirs: Target | null
  /** The Yjs client id of the other, to look the name up among those who are here. */
  otherClient: number
}

/** What this screen last wrote into each slot, so that another's write can be told to be concurrent to it. */
type OwnWrites = Map<string, OwnWrite>

interface OwnWrite {
  id: Y.ID
  target: Target
  memberId: string
}

/**
 * Calls `tell` for every contest between this document's own moves and those that arrive, on both sides: at
 * the one who lost and at the one who won. A move made by somebody who had seen ours is no contest.
 * Returns the function that ends the watch.
 */
export function watchContestedMoves(
  doc: Y.Doc,
  tell: (contest: ContestedMove) => void,
): () => void {
  const own: OwnWrites = new Map()
  const assignments = assignmentsOf(doc)
  const observe = (event: Y.YMapEvent<unknown>) => {
    if (event.transaction.local) return rememberOwnWrites(event, own)
    for (const contest of contestedMoves(event, own)) tell(contest)
    forgetLostWrites(event, own)
  }
  assignments.observe(observe)
  return () => assignments.unobserve(observe)
}

/** Notes what a local change wrote; a slot that it emptied is forgotten. */
function rememberOwnWrites(event: Y.YMapEvent<unknown>, own: OwnWrites): void {
  for (const key of event.keysChanged) {
    const item = event.target._map.get(key)
    const slot = toSlot(key, event.target.get(key))
    if (item && slot && item.id.client === event.transaction.doc.clientID) {
      own.set(key, { id: item.lastId, target: slot.target, memberId: slot.memberId })
    } else own.delete(key)
  }
}

/** What has lost, or was taken back by another, is history; a later move takes nothing from this screen. */
function forgetLostWrites(event: Y.YMapEvent<unknown>, own: OwnWrites): void {
  for (const key of event.keysChanged) {
    const mine = own.get(key)
    const current = event.target._map.get(key)
    if (mine && current && (current.deleted || !holdsId(current, mine.id))) own.delete(key)
  }
}

/**
 * The contests in a change that arrived. Slots are read through the items behind a Y.Map: the writes of one
 * key form a chain, the last of which holds; one that does not descend from ours did not know of it. A write
 * that lost arrives deleted, to the left of ours, and its content may already be gone.
 */
function contestedMoves(event: Y.YMapEvent<unknown>, own: OwnWrites): ContestedMove[] {
  return [...event.keysChanged].flatMap((key) => {
    const mine = own.get(key)
    const current = event.target._map.get(key)
    return mine && current ? contestAt(event, key, mine, current) : []
  })
}

function contestAt(
  event: Y.YMapEvent<unknown>,
  key: string,
  mine: OwnWrite,
  current: Y.Item,
): ContestedMove[] {
  const won = holdsId(current, mine.id)
  const other = won ? newestLost(event, current) : current
  if (!other || !event.adds(other) || knew(event, other, mine.id)) return []
  const theirs = won ? lostTarget(key, other) : currentTarget(event, key)
  // Lost to an emptied slot: the other moved and then took it back, so nothing stands against ours.
  if (!won && theirs === null) return []
  if (theirs !== null && isSameTarget(theirs, mine.target)) return []
  const { memberId, target } = mine
  return [{ memberId, slot: key, won, mine: target, theirs, otherClient: other.id.client }]
}

/** The nearest item to the left of ours that this change brought. */
function newestLost(event: Y.YMapEvent<unknown>, ours: Y.Item): Y.Item | null {
  let item = ours.left
  while (item !== null && !event.adds(item)) item = item.left
  return item
}

/** Had the writer of `item` seen the write `id`, directly or through later ones? */
function knew(event: Y.YMapEvent<unknown>, item: Y.Item, id: Y.ID): boolean {
  let origin = item.origin
  while (origin !== null) {
    const before: unknown = Y.getItem(event.transaction.doc.store, origin)
    if (!(before instanceof Y.Item)) return false
    if (holdsId(before, id)) return true
    origin = before.origin
  }
  return false
}

/** Neighbouring writes of one client are merged into one item, so an id may lie inside it. */
function holdsId(item: Y.Item, id: Y.ID): boolean {
  const { client, clock } = item.id
  return client === id.client && clock <= id.clock && id.clock < clock + item.length
}

function currentTarget(event: Y.YMapEvent<unknown>, key: string): Target | null {
  return toSlot(key, event.target.get(key))?.target ?? null
}

function lostTarget(key: string, item: Y.Item): Target | null {
  const values: unknown[] = item.content.getContent()
  return toSlot(key, values.at(-1))?.target ?? null
}
