import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Does node_modules hold what package-lock.json names? npm writes its own list into node_modules when it has
 * finished, so an installation that was cut short never passes. Optional packages depend on the machine.
 */
export function isInstalled(root) {
  const present = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(present)) return false
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const found = readPackages(present)
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || found[name]?.version === entry.version,
  )
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
