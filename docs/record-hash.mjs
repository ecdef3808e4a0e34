// Works out again what a finalised month's paper says: node record-hash.mjs <record>.json
// Needs Node.js and nothing else. docs/operations.md says where the file comes from.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** RFC 8785 for what a record holds: members in the order of their names' UTF-16 units, nothing between. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const record = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const isContentSound = sha256(canonical(record.content)) === record.contentSha256

process.stdout.write(`${sha256(canonical(record))}\n`)
process.exit(isContentSound ? 0 : 1)
