import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { DeletedRange, Struct } from './decode-update.ts'

/** What the gate lets through of one client's structs; the first may be known up to `offset`. */
export interface NewStructs {
  client: number
  offset: number
  structs: readonly Struct[]
}

/**
 * Writes an update (format V1) of exactly these structs and deletes. Only bytes written here are stored, so
 * nothing that the gate did not understand reaches the log.
 */
export function encodeUpdate(
  groups: readonly NewStructs[],
  deletes: ReadonlyMap<number, readonly DeletedRange[]>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const filled = groups.filter((group) => group.structs.length > 0)
  encoding.writeVarUint(encoder.restEncoder, filled.length)
  // As Yjs writes them: higher client ids first.
  for (const group of filled.toSorted((a, b) => b.client - a.client)) writeGroup(encoder, group)
  encoding.writeVarUint(encoder.restEncoder, deletes.size)
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder.restEncoder, clock)
      encoding.writeVarUint(encoder.restEncoder, len)
    }
  }
  return encoder.toUint8Array()
}

function writeGroup(encoder: Y.UpdateEncoderV1, group: NewStructs): void {
  const [first] = group.structs
  if (!first) return
  encoding.writeVarUint(encoder.restEncoder, group.structs.length)
  encoder.writeClient(group.client)
  encoding.writeVarUint(encoder.restEncoder, first.id.clock + group.offset)
  for (const struct of group.structs) struct.write(encoder, struct === first ? group.offset : 0)
}
