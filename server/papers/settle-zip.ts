import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A zip has no day before this one; in the zone of the machine, as zips have it. */
const noTime = new Date(1980, 0, 1)

/**
 * A document that is a zip of XML (DOCX, XLSX), without the moment in which it was made: the times of its files are
 * none, and those that it says inside are `at` (ISO 8601). The same content gives the same bytes.
 */
export function settleZip(bytes: Uint8Array, at: string): Uint8Array {
  const moment = at.replace(/\.\d+Z$/u, 'Z')
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (name !== 'docProps/core.xml') return [name, content] as const
    const settled = strFromU8(content).replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
      `$1${moment}`,
    )
    return [name, strToU8(settled)] as const
  })
  return zipSync(Object.fromEntries(files), { mtime: noTime, level: 6 })
}
