import 'server-only'
import type { RecordPerson } from '#domain/record/month-record.ts'
import type { RecordHead } from '#domain/record/record-desk.ts'
import type { StoredRecord } from '../../records/read-record.ts'

/** A version as lists show it. */
export function recordHead(
  record: Omit<StoredRecord, 'json'>,
  person: (personId: string) => RecordPerson,
): RecordHead {
  const { id, version, sha256, code, finalisedAt, finalisedBy, reopened } = record
  return {
    id,
    version,
    sha256,
    code,
    at: finalisedAt.toISOString(),
    by: person(finalisedBy),
    reopened: reopened && {
      at: reopened.at.toISOString(),
      reason: reopened.reason,
      by: person(reopened.personId),
    },
  }
}

/** Everybody whom these versions name. */
export function peopleOfRecords(records: readonly Omit<StoredRecord, 'json'>[]): string[] {
  return records.flatMap(({ finalisedBy, reopened }) =>
    reopened ? [finalisedBy, reopened.personId] : [finalisedBy],
  )
}
