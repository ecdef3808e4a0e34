import * as Y from 'yjs'
import { isKnownKey, mayStand } from './content-rules.ts'
import type { Struct } from './decode-update.ts'
import type { NewStructs } from './encode-update.ts'
import type { Horizon, Layer } from './horizon.ts'
import { gone, goneSpot, type Place, placeInside, rootPlace, type Spot } from './place.ts'

/** Something it builds on is not here (`gap`), or it is nothing that a plan may hold (`invalid`). */
export type Trouble = 'gap' | 'invalid'

interface Cursor {
  group: NewStructs
  next: number
}

/**
 * Finds each new struct's spot, checks what stands there, and notes it in `layer`, which lies on top of the
 * horizon. Clients may depend on each other within one update, so those that wait are tried again as long
 * as any of them moves on.
 */
export function placeAll(
  fresh: readonly NewStructs[],
  horizon: Horizon,
  layer: Layer,
): Trouble | null {
  const cursors = fresh.map((group) => ({ group, next: 0 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const cursor of cursors) {
      const before = cursor.next
      if (advance(cursor, horizon, layer) === 'invalid') return 'invalid'
      if (cursor.next > before) moved = true
    }
  }
  return cursors.every(({ group, next }) => next === group.structs.length) ? null : 'gap'
}

/** Places one client's structs as far as their dependencies are known. */
function advance(cursor: Cursor, horizon: Horizon, layer: Layer): Trouble | null {
  const { structs, offset } = cursor.group
  for (let struct = structs[cursor.next]; struct; struct = structs[cursor.next]) {
    const trouble = place(struct, cursor.next === 0 ? offset : 0, horizon, layer)
    if (trouble !== null) return trouble
    cursor.next += 1
  }
  return null
}

function place(struct: Struct, offset: number, horizon: Horizon, layer: Layer): Trouble | null {
  const { client, clock } = struct.id
  const start = clock + offset
  const length = struct.length - offset
  if (!(struct instanceof Y.Item)) {
    layer.add(client, { clock: start, length, spot: goneSpot, opens: gone })
    return null
  }
  const spot =
    offset > 0 ? horizon.spotAt(Y.createID(client, start - 1)) : spotOfNew(struct, horizon)
  if (spot === 'gap' || spot === 'invalid') return spot
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
function spotOfNew(item: Y.Item, horizon: Horizon): Spot | Trouble {
  const { origin, rightOrigin } = item
  // Before integration a parent is a root's name, an id, or nothing.
  const parent: unknown = item.parent
  for (const id of [origin, rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id === null || horizon.has(id)) continue
    // One's own later clock is no dependency that could still come.
    return id.client === item.id.client && id.clock >= item.id.clock ? 'invalid' : 'gap'
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
