import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { paperFileName, recordFileName } from '#domain/papers/paper-file-name.ts'
import { type FormKind, formKinds } from '#domain/record/month-record.ts'
import type { Database } from '../db/database.ts'
import { housePress } from '../papers/house-press.ts'
import { type PaperFile, paperFiles } from '../papers/paper-order.ts'
import { keepPaperPace } from './advice/pace.ts'
import type { GivenFile } from './answer-file.ts'
import { auditPaper } from './paper-audit.ts'
import { recordFor } from './record/records.ts'
import type { Asker } from './seen-branch.ts'

export const paperTypes: Record<PaperFile, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * One form of a record as a file, `plan.pdf`; `house` is the address that stands on it. It is not drawn any more once the
 * asker is gone. Throws `unknownRecord`, also when the asker may not see its plan or there is no such file, `badInput`,
 * `tooFast` and `serverBusy`.
 */
export async function paperFileFor(
  database: Database,
  asker: Asker,
  house: string,
  recordId: string,
  name: string,
  gone?: AbortSignal,
): Promise<GivenFile> {
  await keepPaperPace(database, asker.personId)
  const { kind, file } = readFileName(name)
  const { stored, record } = await recordFor(database, asker, recordId)
  const customer = { line: asker.personId, gone }
  const body = await housePress().draw(stored, record.forms[kind], file, house, customer)
  await auditPaper(database, asker, stored, `${kind}.${file}`)
  return { name: `${paperFileName(kind, record)}.${file}`, type: paperTypes[file], body }
}

/** The record's canonical JSON, whose SHA-256 is printed. Throws as above but for `serverBusy`. */
export async function recordFileFor(
  database: Database,
  asker: Asker,
  name: string,
): Promise<GivenFile> {
  await keepPaperPace(database, asker.personId)
  if (!name.endsWith('.json')) throw new DomainError('unknownRecord')
  const { stored, record } = await recordFor(database, asker, name.slice(0, -'.json'.length))
  await auditPaper(database, asker, stored, 'json')
  return {
    name: `${recordFileName(record)}.json`,
    type: 'application/json',
    body: new TextEncoder().encode(stored.json),
  }
}

function readFileName(name: string): { kind: FormKind; file: PaperFile } {
  const [form, ending, more] = name.split('.')
  const kind = formKinds.find((each) => each === form)
  const file = paperFiles.find((each) => each === ending)
  if (kind === undefined || file === undefined || more !== undefined) {
    throw new DomainError('unknownRecord')
  }
  return { kind, file }
}
