/** What files a paper is given away as. */
export const paperFiles = ['pdf', 'docx', 'xlsx'] as const
export type PaperFile = (typeof paperFiles)[number]

/** What the press is asked for: the record as it is kept, the form's version, and where its code is confirmed. */
export interface PaperOrder {
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
