import type { Meeting, MonthRecord, RecordPerson } from '../record/month-record.ts'

/**
 * What a paper is made from: a record, or what would be one if the month were finalised now. A MonthRecord is one as
 * it stands.
 */
export type PaperSource = Pick<MonthRecord, 'version' | 'content' | 'figures'> & {
  /** Null, or with nulls, while it is not filled in. */
  meeting: { [Key in keyof Meeting]: Meeting[Key] | null } | null
  justifications: readonly { words: string }[]
  /** Null of a draft. */
  finalised: { at: string; day: string; by: RecordPerson } | null
  /** The version before this one, when there is one. */
  reopened: Pick<NonNullable<MonthRecord['reopened']>, 'version' | 'reason'> | null
}

/** What the printed hash and QR code say of a record; a draft has none. */
export interface RecordProof {
  code: string
  sha256: string
  address: string
}
