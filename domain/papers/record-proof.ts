import type { RecordProof } from './paper-source.ts'

/** What is printed of a record by which it can be confirmed; `house` is the address at which people find this board. */
export function recordProof(
  { code, sha256 }: { code: string; sha256: string },
  house: string,
): RecordProof {
  const printed = printedCode(code)
  return { code: printed, sha256, address: `${house}/v/${printed}` }
}

/** `7F3A91C2K4MN` as it is printed: in fours, so that it can be read out. */
function printedCode(code: string): string {
  return code.match(/.{1,4}/gu)?.join('-') ?? code
}

/**
 * The code that somebody typed off a paper, or null: small letters, spaces and dashes aside, and with the digits for
 * which its letters I, L and O are taken (Crockford's Base32).
 */
export function typedCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? code : null
}
