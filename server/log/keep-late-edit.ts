import type pg from 'pg'
import { limits } from '#domain/wire.ts'
import type { LateOutcome, LateWrite } from './plan-log.ts'

const text = `
  select outcome, late_edit_id as "lateEditId"
    from keep_late_edit($1::uuid, $2::int, $3::uuid, $4::uuid, $5::uuid, $6::uuid,
                        $7::bytea, $8::bytea, $9::int, $10::int)`

/** Calls the SQL function `keep_late_edit` in a transaction of its own. */
export async function keepLateEdit(
  client: Pick<pg.Pool, 'query'>,
  write: LateWrite,
): Promise<LateOutcome> {
  const found = await client.query<{ outcome: string; lateEditId: string | null }>({
    name: 'log-keep-late-edit',
    text,
    values: [
      write.planId,
      write.epoch,
      write.personId,
      write.sessionId,
      write.continues,
      write.newId,
      asBuffer(write.data),
      asBuffer(write.digest),
      limits.maxLateEditBytes,
      limits.maxLateEdits,
    ],
  })
  return toOutcome(found.rows[0])
}

function toOutcome(row: { outcome: string; lateEditId: string | null } | undefined): LateOutcome {
  const { outcome, lateEditId } = row ?? { outcome: 'none', lateEditId: null }
  if (outcome === 'kept' && lateEditId !== null) return { kind: 'kept', lateEditId }
  if (outcome === 'busy' || outcome === 'rights' || outcome === 'notLate' || outcome === 'full') {
    return { kind: outcome }
  }
  throw new Error(`log: unknown outcome ${outcome}`)
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
