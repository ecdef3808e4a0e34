// Third stop of a write: is this update one that a person with the right to edit could honestly have made?
// docs/protocol.md lists the rules; nothing here changes any document.
import * as Y from 'yjs'
import { limits } from '#domain/wire.ts'
import {
  type DecodedUpdate,
  type DeletedRange,
  decodeUpdate,
  type Struct,
  updateLimits,
} from './decode-update.ts'
import { encodeUpdate, type NewStructs } from './encode-update.ts'
import { type Horizon, Layer } from './horizon.ts'
import { newDeletes } from './new-deletes.ts'
import { placeAll } from './placement.ts'

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
  /** Client ids of theirs in this plan; a test may be given others. */
  mostClients?: number
}

/** Judges one update against everything that it may build on. Pure; throws only on bugs. */
export function judge(bytes: Uint8Array, horizon: Horizon, author: Author): Verdict {
  if (bytes.byteLength > limits.maxFrameBytes) return { kind: 'tooLarge' }
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
  const mostClients = author.mostClients ?? updateLimits.clientsPerPerson
  if (layer.claims.size > 0 && horizon.countOwnedBy(author.personId) >= mostClients) {
    return { kind: 'tooLarge' }
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
