// Has anything changed since a step was done? A hash of what it read, kept beside what it made.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One hash over the names and bytes of these files and folders; those that do not exist are left out. */
export function fingerprint(root, entries) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of entries.flatMap((entry) => filesBelow(root, entry))) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function filesBelow(root, entry) {
  const full = path.join(root, entry)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [entry]
  return readdirSync(full)
    .sort()
    .filter((name) => name !== 'generated' && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesBelow(root, path.join(entry, name)))
}

/** True when the step was done with this hash and what it made is still there. */
export function isStamped(root, step, hash, ...made) {
  if (!made.every((file) => existsSync(path.join(root, file)))) return false
  const file = stampFile(root, step)
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

export function stamp(root, step, hash) {
  mkdirSync(path.join(root, '.build'), { recursive: true })
  writeFileSync(stampFile(root, step), hash)
}

function stampFile(root, step) {
  return path.join(root, '.build', `${step}.sha256`)
}
