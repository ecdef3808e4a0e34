// npm run uncited: the rules of domain/SPEC.md that no test cites as [A3]; exit code 1 while there are any.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const read = (file) => readFileSync(path.join(root, file), 'utf8')

function testsBelow(folder) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => /\.(test|spec|contract|trial)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))
}

const rules = [...read('domain/SPEC.md').matchAll(/^- \*\*([A-Z]\d+)\*\* (.*)$/gm)]
const cited = new Set(
  ['domain', 'app', 'server', 'e2e', 'bin', 'prisma']
    .flatMap(testsBelow)
    .flatMap((file) => [...read(file).matchAll(/\[([A-Z]\d+(?:[,\s]+[A-Z]\d+)*)\]/g)])
    .flatMap(([, ids]) => ids.split(/[,\s]+/)),
)
const uncited = rules.filter(([, id]) => !cited.has(id))
for (const [, id, text] of uncited) process.stdout.write(`${id} ${text}\n`)
process.stdout.write(`${rules.length} rules, ${uncited.length} cited by no test\n`)
process.exitCode = uncited.length > 0 ? 1 : 0
