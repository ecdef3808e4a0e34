/**
 * PostgreSQL arrays as parameters. In text form, for values that need no quotes: ids and numbers. The driver would
 * look at each character of each value.
 */
export function plainArray(values: readonly (string | number | bigint | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

/** The object id of the type `bytea`. */
const byteaType = 17
const headBytes = 20

/** `bytea[]` in binary form: dimensions, whether any is null, type; size and lower bound; each with its length. */
export function bytesArray(values: readonly Uint8Array[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + value.byteLength, headBytes)
  const array = Buffer.allocUnsafe(size)
  array.writeInt32BE(1, 0)
  array.writeInt32BE(0, 4)
  array.writeInt32BE(byteaType, 8)
  array.writeInt32BE(values.length, 12)
  array.writeInt32BE(1, 16)
  let at = headBytes
  for (const value of values) {
    at = array.writeInt32BE(value.byteLength, at)
    array.set(value, at)
    at += value.byteLength
  }
  return array
}
