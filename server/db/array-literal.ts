/**
 * PostgreSQL arrays in their text form, for values that need no quotes: ids, numbers, bytes. The driver would
 * look at each character of each value.
 */
export function plainArray(values: readonly (string | number | bigint | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

/** The same for `bytea[]`, in hexadecimal form. */
export function bytesArray(values: readonly Uint8Array[]): string {
  return `{${values.map(quotedHex).join(',')}}`
}

function quotedHex({ buffer, byteOffset, byteLength }: Uint8Array): string {
  // Within quotes a backslash stands for itself only when it is doubled.
  return `"\\\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}"`
}
