const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g

/** A cell as it is kept: NFC, no invisible characters, each run of spaces (no-break ones too) one space. */
export function cleanCell(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}
