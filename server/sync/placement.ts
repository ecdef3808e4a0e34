import * as Y from 'yjs'
import { isKnownKey, mayStand } from './content-rules.ts'
import type { Struct } from './decode-update.ts'
import type { NewStructs } from './encode-update.ts'
import type { Horizon, Layer } from './horizon.ts'
import { gone, goneSpot, type Place, placeInside, rootPlace, type Spot } from './place.ts'

/** Something it builds on is not here (`gap`), or it is nothing that a plan may hold (`invalid`). */
export type Trouble = 'gap' | 'invalid'

/** One client's new structs, and how far they are placed. */
interface Cursor {
  group: NewStructs
  next: number
}

/** Cursors by the client whose structs they wait for. */
type Waiting = Map<number, { cursor: Cursor; clock: number }[]>

/**
 * Finds each new struct's spot, checks what stands there, and notes it in `layer`, which lies on top of the
 * horizon. Clients may depend on each other within one update: one that waits is looked at again once what
 * it waits for is placed, and not before, so that no order of structs costs more than another.
 */
export function placeAll(
  fresh: readonly NewStructs[],
  horizon: Horizon,
  layer: Layer,
): Trouble | null {
  const waiting: Waiting = new Map()
  const clients = new Set(fresh.map((group) => group.client))
  const ready: Cursor[] = fresh.map((group) => ({ group, next: 0 }))
  for (let cursor = ready.pop(); cursor; cursor = ready.pop()) {
    const before = cursor.next
    const stop = advance(cursor, horizon, layer)
    if (stop === 'invalid') return 'invalid'
    if (stop !== null) {
      // Nothing in this update will bring it.
      if (!clients.has(stop.client)) return 'gap'
      wait(waiting, stop, cursor)
    }
    if (cursor.next > before) wake(waiting, cursor.group.client, horizon, ready)
  }
  return waiting.size === 0 ? null : 'gap'
}

function wait(waiting: Waiting, { client, clock }: Y.ID, cursor: Cursor): void {
  const list = waiting.get(client)
  if (list) list.push({ cursor, clock })
  else waiting.set(client, [{ cursor, clock }])
}

function wake(waiting: Waiting, client: number, horizon: Horizon, ready: Cursor[]): void {
  const list = waiting.get(client)
  if (!list) return
  const known = horizon.clockOf(client)
  const still = list.filter(({ clock }) => clock >= known)
  for (const { cursor, clock } of list) if (clock < known) ready.push(cursor)
  if (still.length > 0) waiting.set(client, still)
  else waiting.delete(client)
}

/** Places one client's structs up to the first that builds on something that is not here, and tells what. */
function advance(cursor: Cursor, horizon: Horizon, layer: Layer): Y.ID | 'invalid' | null {
  const { structs, offset } = cursor.group
  for (let struct = structs[cursor.next]; struct; struct = structs[cursor.next]) {
    const trouble = place(struct, cursor.next === 0 ? offset : 0, horizon, layer)
    if (trouble !== null) return trouble
    cursor.next += 1
  }
  return null
}

/** Null when it is placed; else the id that it lacks, or that it may not stand there. */
function place(
  struct: Struct,
  offset: number,
  horizon: Horizon,
  layer: Layer,
): Y.ID | 'invalid' | null {
  const { client, clock } = struct.id
  const start = clock + offset
  const length = struct.length - offset
  if (!(struct instanceof Y.Item)) {
    layer.add(client, { clock: start, length, spot: goneSpot, opens: gone })
    return null
  }
  const spot =
    offset > 0 ? horizon.spotAt(Y.createID(client, start - 1)) : spotOfNew(struct, horizon)
  if (spot === 'invalid' || spot instanceof Y.ID) return spot
  const opens = opening(struct, spot)
  if (opens === 'invalid') return 'invalid'
  layer.add(client, { clock: start, length, spot, opens })
  return null
}

/** The place that an item opens, null when its content is no shared type; invalid when it may not stand here. */
function opening(item: Y.Item, spot: Spot): Place | null | 'invalid' {
  const { content } = item
  if (!isKnownKey(spot)) return 'invalid'
  if (content instanceof Y.ContentType) return placeInside(spot, content.type, item.id) ?? 'invalid'
  if (!mayStand(spot, content)) return 'invalid'
  return content instanceof Y.ContentDeleted ? gone : null
}

/** Where Yjs would put a new item: beside its neighbours, or in the parent that it names. */
function spotOfNew(item: Y.Item, horizon: Horizon): Spot | Y.ID | 'invalid' {
  const { origin, rightOrigin } = item
  // Before integration a parent is a root's name, an id, or nothing.
  const parent: unknown = item.parent
  for (const id of [origin, rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id === null || horizon.has(id)) continue
    // One's own later clock is no dependency that could still come.
    return id.client === item.id.client && id.clock >= item.id.clock ? 'invalid' : id
  }
  if (origin !== null || rightOrigin !== null) return spotBetween(origin, rightOrigin, horizon)
  const place =
    typeof parent === 'string'
      ? rootPlace(parent)
      : parent instanceof Y.ID
        ? horizon.placeAt(parent)
        : null
  return place === null ? 'invalid' : { place, key: item.parentSub }
}

function spotBetween(left: Y.ID | null, right: Y.ID | null, horizon: Horizon): Spot | 'invalid' {
  const spots = [left, right].filter((id) => id !== null).map((id) => horizon.spotAt(id))
  const [one = goneSpot, other = one] = spots
  // Beside something collected, Yjs collects the newcomer too.
  if (one.place === gone || other.place === gone) return goneSpot
  return one.place.of === other.place.of && one.key === other.key ? one : 'invalid'
}
