// Secrets that the server makes for itself once and keeps in DATA_DIR, readable by its owner alone.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The text kept under this name; made of 32 random bytes when there is none yet. */
export function keptSecret(dataFolder: string, name: string): Promise<string> {
  return keep(dataFolder, name, () => randomBytes(32).toString('base64url'))
}

/**
 * The same for a password that a person types: the one `given` at the first call, else 12 letters and digits,
 * none of which look alike.
 */
export function keptPassword(
  dataFolder: string,
  name: string,
  given: string | undefined,
): Promise<string> {
  const make = () => Array.from(randomBytes(12), (byte) => legible[byte % legible.length]).join('')
  return keep(dataFolder, name, () => given ?? make())
}

/** 32 signs, so that a byte's remainder favours none. */
const legible = 'abcdefghijkmnpqrstuvwxyz23456789'

async function keep(dataFolder: string, name: string, make: () => string): Promise<string> {
  const file = path.join(dataFolder, name)
  await mkdir(dataFolder, { recursive: true })
  // `wx` lets the first of two starts write it; the other reads what the first wrote.
  await writeFile(file, make(), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return (await readFile(file, 'utf8')).trim()
}
