import type { Paper } from '#domain/papers/paper.ts'

/** What files a paper is given away as. */
export const paperFiles = ['pdf', 'docx', 'xlsx'] as const
export type PaperFile = (typeof paperFiles)[number]

/** What the press is asked for: a paper of a record, or one that is no record's. */
export type PaperOrder = RecordOrder | { paper: Paper; file: PaperFile }

/** The record as it is kept, the form's version, and where its code is confirmed. */
export interface RecordOrder {
  json: string
  form: string
  file: PaperFile
  code: string
  sha256: string
  /** The address of the house. */
  house: string
}

export interface DrawnPaper {
  bytes: Uint8Array<ArrayBuffer>
}
