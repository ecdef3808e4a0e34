import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** What one frame may hold beyond its bytes; a busy evening offline stays far below. */
export const updateLimits = {
  structs: 20_000,
  deletedRanges: 100_000,
  clients: 256,
  /** New ids of one person in one plan: each page that writes takes one, for a month. */
  clientsPerPerson: 5_000,
  /** Characters or list items of one struct; also the longest stretch of collected garbage. */
  structLength: 1_000_000,
} as const

export type Struct = Y.Item | Y.GC

/** A stretch of deleted clocks of one client. */
export interface DeletedRange {
  clock: number
  len: number
}

/** An update taken apart: per client its structs with rising clocks, and what it deletes, in rising order. */
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
  /** Yjs makes the decoder itself and keeps it. */
  static lastMade: BoundedDecoder | null = null
  structsRead = 0
  rangesRead = 0

  constructor(decoder: decoding.Decoder) {
    super(decoder)
    BoundedDecoder.lastMade = this
  }

  static leftSomething(): boolean {
    const last = BoundedDecoder.lastMade
    BoundedDecoder.lastMade = null
    return last === null || decoding.hasContent(last.restDecoder)
  }

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
 * update that a Yjs client wrote is malformed: cut short, with something left over (as format V2 has), ids or
 * clocks out of bounds, a client twice.
 */
export function decodeUpdate(bytes: Uint8Array): Decoding {
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, BoundedDecoder)
    if (BoundedDecoder.leftSomething()) return { kind: 'malformed' }
    const byClient = groupByClient(structs)
    const deletes = ds.clients as Map<number, DeletedRange[]>
    if (byClient === null || ![...deletes].every(areRanges)) return { kind: 'malformed' }
    if (byClient.size > updateLimits.clients) return { kind: 'tooLarge' }
    const joined = new Map([...deletes].map(([client, ranges]) => [client, joinRanges(ranges)]))
    return { kind: 'decoded', update: { structs: byClient, deletes: joined } }
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

/**
 * In rising order and without overlap, as every Yjs client sends them. Ranges that repeat one another would
 * make each reader go over the same structs again and again.
 */
function joinRanges(ranges: readonly DeletedRange[]): DeletedRange[] {
  const joined: { clock: number; len: number }[] = []
  for (const { clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = joined.at(-1)
    if (last && clock <= last.clock + last.len) {
      last.len = Math.max(last.len, clock + len - last.clock)
    } else joined.push({ clock, len })
  }
  return joined
}

/** Yjs draws client ids from 32 bits. */
export function isClientId(client: number): boolean {
  return Number.isInteger(client) && client >= 0 && client <= 0xffff_ffff
}
