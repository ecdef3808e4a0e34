// npm run trial: long outages, storms and deaths, each with the machine to itself. Writes what came out to docs/trial.md.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkNode } from './setup/check-node.mjs'

checkNode()
const { generateClient, installPackages } = await import('./setup/prepare.mjs')
const { countVitest } = await import('./setup/count-tests.mjs')
const { runPart } = await import('./setup/run-part.mjs')
const { tellFailures } = await import('./setup/tell-failures.mjs')
const { writeTrialPage, writeTrialPart } = await import('./setup/trial-page.mjs')

const root = path.resolve(import.meta.dirname, '..')
const sheet = path.join(root, '.build/trial-sheet.jsonl')
const isKept = process.argv.includes('--keep')
const wanted = process.argv.slice(2).filter((each) => each !== '--keep')

await installPackages()
await generateClient()
mkdirSync(path.dirname(sheet), { recursive: true })
rmSync(sheet, { force: true })
process.env.TRIAL_SHEET = sheet

const startedAt = Date.now()
const report = ['--reporter=default', '--reporter=json', '--outputFile.json=.build/vitest.json']
const result = await runPart(
  'vitest',
  ['vitest/vitest.mjs', 'run', '--config', 'vitest.trial.config.ts', ...report, ...wanted],
  countVitest,
)
const seconds = Math.round((Date.now() - startedAt) / 1000)
const run = { root, sheet, result, seconds }
const page = path.join(root, 'docs/trial.md')
// A part of the trial is no trial: the page is of a whole one, to which a part is added when that is asked for.
if (wanted.length === 0) writeFileSync(page, writeTrialPage(run))
else if (isKept) appendFileSync(page, `\n${writeTrialPart({ ...run, wanted })}`)

tellFailures([result])
process.stdout.write(`\n${result.passed} passed, ${result.failed} failed\n`)
process.exitCode = result.failed > 0 ? 1 : 0
