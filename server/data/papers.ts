import 'server-only'
import { makePaper } from '#domain/papers/forms.ts'
import type { Paper } from '#domain/papers/paper.ts'
import type { QrPicture } from '#domain/papers/qr-picture.ts'
import { recordProof } from '#domain/papers/record-proof.ts'
import type { FormKind } from '#domain/record/month-record.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { drawQr } from '../papers/draw-qr.ts'
import { requireActor } from './current-actor.ts'
import { ownHouse } from './own-house.ts'
import { auditPaper } from './paper-audit.ts'
import { recordFor } from './record/records.ts'
import type { Asker } from './seen-branch.ts'

/** A paper of a record as a page shows it. */
export interface ShownPaper {
  paper: Paper
  /** Of the address that confirms it. */
  qr: QrPicture
  branch: { id: string; name: string }
  month: string
  version: number
}

/**
 * A record's paper. Throws `unknownRecord`, also when the asker may not see its plan, and `badInput`; leads to the
 * sign-in.
 */
export async function readPaper(recordId: string, kind: FormKind): Promise<ShownPaper> {
  return paperFor(currentDatabase(), await requireActor(), ownHouse(), recordId, kind)
}

/** The same for somebody known; `house` is the address that stands on it. */
export async function paperFor(
  database: Database,
  asker: Asker,
  house: string,
  recordId: string,
  kind: FormKind,
): Promise<ShownPaper> {
  const { stored, record } = await recordFor(database, asker, recordId)
  await auditPaper(database, asker, stored, kind)
  const proof = recordProof(stored, house)
  const { branch, month } = record.content
  return {
    paper: makePaper(record, record.forms[kind], proof),
    qr: drawQr(proof.address),
    branch: { id: branch.id, name: branch.name },
    month,
    version: record.version,
  }
}
