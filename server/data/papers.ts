import 'server-only'
import { create } from 'qrcode'
import { DomainError } from '#domain/errors.ts'
import { makePaper } from '#domain/papers/forms.ts'
import type { Paper } from '#domain/papers/paper.ts'
import type { FormKind } from '#domain/record/month-record.ts'
import type { Actor } from '../auth/actor.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { readEnv } from '../env.ts'
import { houseAddress } from '../house-address.ts'
import { type PrintedRecord, readPrintedRecord } from '../records/printed-record.ts'
import { requireActor } from './current-actor.ts'
import { seenBranch } from './seen-branch.ts'

/** A paper of a record as a page shows it. */
export interface ShownPaper {
  paper: Paper
  /** Of the address that confirms it. */
  qr: { size: number; path: string }
  branch: { id: string; name: string }
  month: string
  version: number
}

/** A record's paper. Throws `unknownRecord`, also when the asker may not see its plan; leads to the sign-in. */
export async function readPaper(recordId: string, kind: FormKind): Promise<ShownPaper> {
  const printed = await seenRecord(currentDatabase(), await requireActor(), recordId)
  const { record, proof } = printed
  const { branch, month } = record.content
  return {
    paper: makePaper(record, record.forms[kind], proof),
    qr: qrPicture(proof.address),
    branch: { id: branch.id, name: branch.name },
    month,
    version: record.version,
  }
}

/** The record, if this person may see its plan. Throws `unknownRecord`, whichever of the two is the matter. */
export async function seenRecord(
  database: Database,
  actor: Pick<Actor, 'personId' | 'memberId' | 'grants'>,
  recordId: string,
): Promise<PrintedRecord> {
  const printed = await readPrintedRecord(database, houseAddress(readEnv()), recordId)
  if (printed === null) throw new DomainError('unknownRecord')
  try {
    await seenBranch(database, actor, printed.branchId, 'plan.view')
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError('unknownRecord')
    throw error
  }
  return printed
}

function qrPicture(address: string): ShownPaper['qr'] {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  }
  return { size: modules.size, path }
}
