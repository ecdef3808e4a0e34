import * as Y from 'yjs'

/** What one frame may hold beyond its bytes; a busy evening offline stays far below. */
export const updateLimits = {
  structs: 20_000,
  deletedRanges: 100_000,
  clients: 256,
  /** Characters or list items of one struct; also the longest stretch of collected garbage. */
  structLength: 1_000_000,
} as const

export type Struct = Y.Item | Y.GC

/** A stretch of deleted clocks of one client. */
export interface DeletedRange {
  clock: number
  len: number
}

/** An update taken apart: per client its structs with rising clocks, and what it deletes. */
export interface DecodedUpdate {
  structs: ReadonlyMap<number, readonly (Struct | Y.Skip)[]>
  deletes: ReadonlyMap<number, readonly DeletedRange[]>
}

export type Decoding =
  | { kind: 'decoded'; update: DecodedUpdate }
  | { kind: 'malformed' }
  | { kind: 'tooLarge' }

class TooLarge extends Error {}

/** Counts while it reads, so that a small frame cannot make a large heap. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  structsRead = 0
  rangesRead = 0

  override readInfo(): number {
    this.structsRead += 1
    if (this.structsRead > updateLimits.structs) throw new TooLarge()
    return super.readInfo()
  }

  override readDsClock(): number {
    this.rangesRead += 1
    if (this.rangesRead > updateLimits.deletedRanges) throw new TooLarge()
    return super.readDsClock()
  }
}

/**
 * Takes the bytes of an update (format V1) apart without touching any document. Whatever cannot be an
 * update that a Yjs client wrote is malformed: cut short, ids or clocks out of bounds, a client twice.
 */
export function decodeUpdate(bytes: Uint8Array): Decoding {
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, BoundedDecoder)
    const byClient = groupByClient(structs)
    const deletes = ds.clients as Map<number, DeletedRange[]>
    if (byClient === null || ![...deletes].every(areRanges)) return { kind: 'malformed' }
    if (byClient.size > updateLimits.clients) return { kind: 'tooLarge' }
    return { kind: 'decoded', update: { structs: byClient, deletes } }
  } catch (error) {
    return { kind: error instanceof TooLarge ? 'tooLarge' : 'malformed' }
  }
}

/** Null when a client comes twice: Yjs itself would read the second and lose the first. */
function groupByClient(
  structs: readonly (Struct | Y.Skip)[],
): Map<number, (Struct | Y.Skip)[]> | null {
  const groups = new Map<number, (Struct | Y.Skip)[]>()
  let group: (Struct | Y.Skip)[] = []
  let client: number | null = null
  for (const struct of structs) {
    if (!isStruct(struct)) return null
    if (struct.id.client !== client || !follows(group, struct)) {
      if (groups.has(struct.id.client)) return null
      client = struct.id.client
      group = []
      groups.set(client, group)
    }
    group.push(struct)
  }
  return groups
}

function follows(group: readonly (Struct | Y.Skip)[], struct: Struct | Y.Skip): boolean {
  const last = group.at(-1)
  return last === undefined || last.id.clock + last.length === struct.id.clock
}

function isStruct(struct: Struct | Y.Skip): boolean {
  const { client, clock } = struct.id
  return (
    isClientId(client) &&
    struct.length > 0 &&
    struct.length <= updateLimits.structLength &&
    Number.isSafeInteger(clock + struct.length)
  )
}

function areRanges([client, ranges]: [number, DeletedRange[]]): boolean {
  return (
    isClientId(client) &&
    ranges.every(({ clock, len }) => len > 0 && Number.isSafeInteger(clock + len))
  )
}

/** Yjs draws client ids from 32 bits. */
export function isClientId(client: number): boolean {
  return Number.isInteger(client) && client >= 0 && client <= 0xffff_ffff
}
