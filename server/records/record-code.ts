/** Letters and digits that nobody confuses when reading them off paper (Crockford's Base32). */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** The short code of a record, from its hash: its first 60 bits. Whoever has the record can work it out again. */
export function recordCode(sha256: Uint8Array): string {
  let bits = 0n
  for (const byte of sha256.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  const first = bits >> 4n
  return Array.from({ length }, (_, index) => {
    const digit = Number((first >> BigInt(5 * (length - 1 - index))) & 31n)
    return digits[digit] ?? ''
  }).join('')
}
