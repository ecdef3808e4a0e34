// Third stop of a write: is this update one that a person with the right to edit could honestly have made?
// docs/protocol.md lists the rules; nothing here changes any document.
import * as Y from 'yjs'
import { isKnownKey, mayStand } from './content-rules.ts'
import {
  type DecodedUpdate,
  type DeletedRange,
  decodeUpdate,
  type Struct,
} from './decode-update.ts'
import { encodeUpdate, type NewStructs } from './encode-update.ts'
import { type Horizon, Layer } from './horizon.ts'
import { newDeletes } from './new-deletes.ts'
import { gone, goneSpot, type Place, placeInside, rootPlace, type Spot } from './place.ts'

export type Verdict =
  /** Well-formed and new. `update` holds what was new in it and nothing else. */
  | { kind: 'new'; update: Uint8Array; layer: Layer }
  /** All of it is known; whoever sent it. */
  | { kind: 'known' }
  /** It depends on something that is not here (yet). */
  | { kind: 'gap' }
  /** It uses a client id that belongs to someone else. */
  | { kind: 'foreign' }
  | { kind: 'invalid' }
  | { kind: 'tooLarge' }
  | { kind: 'malformed' }

/** Whose update it is, and whom a client id that nobody has written with yet is promised to. */
export interface Author {
  personId: string
  isHeldByAnother(clientId: number): boolean
}

/** Judges one update against everything that it may build on. Pure; throws only on bugs. */
export function judge(bytes: Uint8Array, horizon: Horizon, author: Author): Verdict {
  const decoding = decodeUpdate(bytes)
  if (decoding.kind !== 'decoded') return decoding
  const fresh = freshStructs(decoding.update, horizon)
  if (fresh === 'gap') return { kind: 'gap' }
  if (fresh === 'invalid') return { kind: 'invalid' }

  const layer = new Layer()
  for (const { client } of fresh) {
    const owner = horizon.ownerOf(client)
    if (owner === undefined && !author.isHeldByAnother(client)) {
      layer.claims.set(client, author.personId)
    } else if (owner !== author.personId) return { kind: 'foreign' }
  }
  const above = horizon.under(layer)
  const trouble = placeAll(fresh, above, layer)
  if (trouble !== null) return { kind: trouble }
  const deletes = newDeletes(decoding.update.deletes, above)
  if (deletes === 'gap') return { kind: 'gap' }
  return result(fresh, deletes, layer)
}

function result(
  fresh: readonly NewStructs[],
  deletes: ReadonlyMap<number, readonly DeletedRange[]>,
  layer: Layer,
): Verdict {
  if (fresh.length === 0 && deletes.size === 0) return { kind: 'known' }
  return { kind: 'new', update: encodeUpdate(fresh, deletes), layer }
}

/** Per client the structs beyond its known clock. Known ones sent again count for nothing. */
function freshStructs(update: DecodedUpdate, horizon: Horizon): NewStructs[] | 'gap' | 'invalid' {
  const fresh: NewStructs[] = []
  for (const [client, all] of update.structs) {
    const known = horizon.clockOf(client)
    const structs = all.filter((struct) => struct.id.clock + struct.length > known)
    const [first] = structs
    if (!first) continue
    if (first.id.clock > known) return 'gap'
    if (!structs.every(isNoSkip)) return 'invalid'
    fresh.push({ client, offset: known - first.id.clock, structs })
  }
  return fresh
}

function isNoSkip(struct: Struct | Y.Skip): struct is Struct {
  return !(struct instanceof Y.Skip)
}

/**
 * Finds each struct's spot and checks what stands there. Clients may depend on each other within one
 * update, so those that wait are tried again as long as any of them moves on.
 */
function placeAll(
  fresh: readonly NewStructs[],
  horizon: Horizon,
  layer: Layer,
): 'gap' | 'invalid' | null {
  const waiting = fresh.map((group) => ({ group, next: 0 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const cursor of waiting) {
      for (let struct = cursor.group.structs[cursor.next]; struct; ) {
        const offset = cursor.next === 0 ? cursor.group.offset : 0
        const trouble = place(struct, offset, horizon, layer)
        if (trouble === 'invalid') return 'invalid'
        if (trouble === 'gap') break
        moved = true
        cursor.next += 1
        struct = cursor.group.structs[cursor.next]
      }
    }
  }
  return waiting.every(({ group, next }) => next === group.structs.length) ? null : 'gap'
}

function place(
  struct: Struct,
  offset: number,
  horizon: Horizon,
  layer: Layer,
): 'gap' | 'invalid' | null {
  const { client, clock } = struct.id
  const spot =
    struct instanceof Y.Item
      ? offset > 0
        ? horizon.spotAt(Y.createID(client, clock + offset - 1))
        : spotOfNew(struct, horizon)
      : goneSpot
  if (spot === 'gap' || spot === 'invalid') return spot
  let opens: Place | null = null
  if (struct instanceof Y.Item) {
    if (struct.content instanceof Y.ContentType) {
      opens = isKnownKey(spot) ? placeInside(spot, struct.content.type, struct.id) : null
      if (opens === null) return 'invalid'
    } else if (!mayStand(spot, struct.content)) return 'invalid'
    else if (struct.content instanceof Y.ContentDeleted) opens = gone
  }
  const start = clock + offset
  layer.add(client, { clock: start, length: struct.length - offset, spot, opens })
  return null
}

/** Where Yjs would put a new item: beside its neighbours, or in the parent that it names. */
function spotOfNew(item: Y.Item, horizon: Horizon): Spot | 'gap' | 'invalid' {
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
