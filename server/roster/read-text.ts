import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '#domain/errors.ts'

/** A commune of 200,000 households would fit. */
export const maxListBytes = 8 * 1024 * 1024

/**
 * The text of a list. UTF-8, with or without byte order mark; anything else is refused by name.
 * The size is looked at before a byte is read. Throws fileTooLarge or fileUnreadable.
 */
export async function readText(path: string): Promise<string> {
  const file = basename(path)
  const bytes = await readBounded(path, file)
  const encoding = foreignEncoding(bytes)
  if (encoding) throw new DomainError('fileUnreadable', { file, why: encoding })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DomainError('fileUnreadable', { file, why: 'notUtf8' })
  }
}

async function readBounded(path: string, file: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new DomainError('fileUnreadable', {
      file,
      why: error.code === 'ENOENT' ? 'notFound' : 'notReadable',
    })
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new DomainError('fileUnreadable', { file, why: 'notReadable' })
    if (found.size > maxListBytes) {
      throw new DomainError('fileTooLarge', {
        file,
        sizeMb: Math.ceil(found.size / 1_048_576),
        limitMb: maxListBytes / 1_048_576,
      })
    }
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Excel's own format and UTF-16 are what an office sends by mistake. */
function foreignEncoding(bytes: Buffer): 'utf16' | 'workbook' | null {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'workbook'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'workbook'
  if (bytes.subarray(0, 65_536).includes(0)) return 'utf16'
  return null
}
