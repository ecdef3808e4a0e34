import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { parseMonth } from '#domain/months.ts'
import {
  asFileName,
  paperFileName,
  recordFileName,
  recordFolderName,
} from '#domain/papers/paper-file-name.ts'
import { formKinds } from '#domain/record/month-record.ts'
import type { Database } from '../db/database.ts'
import { housePress } from '../papers/house-press.ts'
import { paperFiles } from '../papers/paper-order.ts'
import type { PressCustomer } from '../papers/press-queue.ts'
import { type ZipEntry, zipStream } from '../papers/zip-stream.ts'
import { parseRecord, readStoredRecord } from '../records/read-record.ts'
import { readRecordsOfMonth } from '../records/records-of-month.ts'
import { keepPaperPace } from './advice/pace.ts'
import type { GivenFile } from './answer-file.ts'
import { auditPapers } from './paper-audit.ts'
import type { Asker } from './seen-branch.ts'
import { branchesOf } from './seen-branches.ts'
import { seenCommune } from './seen-commune.ts'

/** A heavy hand of its own: so many papers does an archive count as. */
const papersOfArchive = 10

/**
 * The newest record of every branch of a commune in a month, each in a folder with all its papers and its JSON, as one
 * zip that is made while it is sent; `house` is the address on the papers. For the office alone. Throws `badMonth`,
 * `unknownUnit`, `noRight`, `tooFast`, and `unknownRecord` when no branch has one.
 */
export async function archiveFor(
  database: Database,
  asker: Asker,
  house: string,
  communeId: string,
  month: string,
): Promise<GivenFile> {
  await keepPaperPace(database, asker.personId, papersOfArchive)
  parseMonth(month)
  const commune = await seenCommune(database, asker, communeId)
  const branches = await branchesOf(database, communeId)
  const ids = branches.map(({ id }) => id)
  const records = await readRecordsOfMonth(database.pool, ids, month)
  if (records.length === 0) throw new DomainError('unknownRecord')
  await auditPapers(database, asker, records, 'archive')
  const gone = new AbortController()
  // Among the others of this person it waits as one, and in the queue as long as it must.
  const customer = { line: asker.personId, gone: gone.signal, isPatient: true }
  const recordIds = records.map(({ id }) => id)
  return {
    name: `${asFileName(commune.name)}_${month}.zip`,
    type: 'application/zip',
    body: streamOf(zipStream(entriesOf(database, house, recordIds, customer)), gone),
  }
}

/** One file after the other, so that other people's papers come in between. */
async function* entriesOf(
  database: Database,
  house: string,
  ids: readonly string[],
  customer: PressCustomer,
): AsyncGenerator<ZipEntry> {
  for (const [place, id] of ids.entries()) {
    const stored = await readStoredRecord(database.pool, id)
    if (stored === null) continue
    const record = parseRecord(stored)
    const at = stored.finalisedAt
    // A version that was opened again and not yet made final anew is no longer the month's.
    const again = stored.reopened ? '_da-mo-lai' : ''
    const folder = `${recordFolderName(record, place, ids.length)}${again}`
    const json = new TextEncoder().encode(stored.json)
    yield { name: `${folder}/${recordFileName(record)}.json`, bytes: json, at }
    for (const kind of formKinds) {
      for (const file of paperFiles) {
        const bytes = await housePress().draw(stored, record.forms[kind], file, house, customer)
        yield { name: `${folder}/${paperFileName(kind, record)}.${file}`, bytes, at }
      }
    }
  }
}

/** Drawn from only as fast as it is read; whoever stops reading ends it. */
function streamOf(
  pieces: AsyncGenerator<Uint8Array>,
  gone: AbortController,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      gone.abort()
      await pieces.return(undefined)
    },
  })
}
