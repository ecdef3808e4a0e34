import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { parseMonth } from '#domain/months.ts'
import { asFileName, paperFileName, recordFileName } from '#domain/papers/paper-file-name.ts'
import { formKinds } from '#domain/record/month-record.ts'
import type { Database } from '../db/database.ts'
import { housePress } from '../papers/house-press.ts'
import { paperFiles } from '../papers/paper-order.ts'
import { type ZipEntry, zipStream } from '../papers/zip-stream.ts'
import { parseRecord, readStoredRecord } from '../records/read-record.ts'
import { readRecordsOfMonth } from '../records/records-of-month.ts'
import type { GivenFile } from './answer-file.ts'
import { auditPapers } from './paper-audit.ts'
import type { Asker } from './seen-branch.ts'
import { branchesOf } from './seen-branches.ts'
import { seenCommune } from './seen-commune.ts'

/**
 * The newest record of every branch of a commune in a month, each in a folder with all its papers and its JSON, as one
 * zip that is made while it is sent; `house` is the address on the papers. For the office alone. Throws `badMonth`, `unknownUnit`, `noRight`, and
 * `unknownRecord` when no branch has one.
 */
export async function archiveFor(
  database: Database,
  asker: Asker,
  house: string,
  communeId: string,
  month: string,
): Promise<GivenFile> {
  parseMonth(month)
  const commune = await seenCommune(database, asker, communeId)
  const branches = await branchesOf(database, communeId)
  const ids = branches.map(({ id }) => id)
  const records = await readRecordsOfMonth(database.pool, ids, month)
  if (records.length === 0) throw new DomainError('unknownRecord')
  await auditPapers(database, asker, records, 'archive')
  return {
    name: `${asFileName(commune.name)}_${month}.zip`,
    type: 'application/zip',
    body: streamOf(
      zipStream(
        entriesOf(
          database,
          house,
          records.map(({ id }) => id),
        ),
      ),
    ),
  }
}

/** One file after the other, so that other people's papers come in between. */
async function* entriesOf(
  database: Database,
  house: string,
  ids: readonly string[],
): AsyncGenerator<ZipEntry> {
  for (const id of ids) {
    const stored = await readStoredRecord(database.pool, id)
    if (stored === null) continue
    const record = parseRecord(stored)
    const at = stored.finalisedAt
    // A version that was opened again and not yet made final anew is no longer the month's.
    const folder = `${recordFileName(record)}${stored.reopened ? '_da-mo-lai' : ''}`
    const json = new TextEncoder().encode(stored.json)
    yield { name: `${folder}/${recordFileName(record)}.json`, bytes: json, at }
    for (const kind of formKinds) {
      for (const file of paperFiles) {
        const bytes = await housePress().draw(stored, kind, file, house)
        yield { name: `${folder}/${paperFileName(kind, record)}.${file}`, bytes, at }
      }
    }
  }
}

/** Drawn from only as fast as it is read; whoever stops reading ends it. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await pieces.return(undefined)
    },
  })
}
