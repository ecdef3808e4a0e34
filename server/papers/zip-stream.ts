import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of a zip. */
export interface ZipEntry {
  name: string
  bytes: Uint8Array
  at: Date
}

/** What is packed already gains nothing from being packed again. */
const packed = /\.(?:pdf|docx|xlsx)$/u

/** A zip, piece by piece as its files come: nothing of it but the file at hand is in memory. */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for await (const { name, bytes, at } of entries) {
    const file = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    file.mtime = at
    zip.add(file)
    file.push(bytes, true)
    yield* pieces.splice(0)
  }
  zip.end()
  yield* pieces
}
