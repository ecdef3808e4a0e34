import type pg from 'pg'
import { limits } from '#domain/wire.ts'
import { announceChannel } from '../db/announce.ts'
import type { LateOutcome, LateWrite } from './plan-log.ts'

// Whoever looks at what came late is told of it with the commit.
const text = `
  select outcome, late_edit_id as "lateEditId",
         case when outcome = 'kept' then (
           select pg_notify('${announceChannel}', json_build_object(
                    'kind', 'changed', 'what', 'record', 'branchIds', json_build_array(branch_id))::text)
             from plan where id = $1::uuid) end
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
