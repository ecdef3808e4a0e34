// docs/trial.md: what one whole run of the trial found, what parts of it found that were run again since, and on what machine.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'

/** The page as text. `sheet` is the file into which the scenarios wrote their findings. */
export function writeTrialPage({ root, sheet, result, seconds }) {
  const findings = readFindings(sheet)
  return [
    '# Trial',
    '',
    'The last output of `npm run trial`: long outages, storms, deaths and sabotage, one after the other. A scenario',
    'that loses, doubles or invents anything fails; figures have bars and are told when they are over them. The short',
    'forms of the same scenarios run with every `npm test`. This page is written by the command; a part that is run again',
    'with `--keep` is added at the end.',
    '',
    ...machine(root, findings, seconds),
    '',
    ...scenarios(root, findings),
    `${result.passed} passed, ${result.failed} failed`,
    '',
  ].join('\n')
}

/** What is added to the page by a part that was run again since. */
export function writeTrialPart({ root, sheet, result, seconds, wanted }) {
  const findings = readFindings(sheet)
  return [
    `## Run again: ${wanted.join(' ')}`,
    '',
    ...machine(root, findings, seconds),
    '',
    ...scenarios(root, findings)
      .filter((line) => !line.startsWith('* SKIPPED: '))
      .map((line) => line.replace(/^## /, '### ')),
    `${result.passed} passed, ${result.failed} failed`,
    '',
  ].join('\n')
}

function machine(root, findings, seconds) {
  const commit = git(root, ['rev-parse', '--short=12', 'HEAD'])
  const isChanged = git(root, ['status', '--porcelain', '--untracked-files=no']) !== ''
  const postgres = findings.find(({ name }) => name === 'PostgreSQL')?.value ?? 'unknown'
  return [
    '| | |',
    '|---|---|',
    `| machine | ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB |`,
    `| Node | ${process.versions.node} |`,
    `| PostgreSQL | ${postgres} |`,
    `| commit | ${commit}${isChanged ? ', with changes' : ''} |`,
    `| date | ${new Date().toISOString().slice(0, 10)} |`,
    `| duration | ${Math.floor(seconds / 60)} min ${seconds % 60} s |`,
  ]
}

function scenarios(root, findings) {
  const tests = readTests(root).map(
    ({ fullName, status }) =>
      `* ${status === 'passed' ? 'passed' : status.toUpperCase()}: ${fullName}`,
  )
  const shown = findings.filter(({ name }) => name !== 'PostgreSQL')
  const names = [...new Set(shown.map(({ scenario }) => scenario))]
  const sheets = names.flatMap((name) => [
    '',
    `## ${name}`,
    '',
    ...shown.filter(({ scenario }) => scenario === name).map(lineOf),
  ])
  return [...tests, ...sheets, '']
}

function lineOf({ name, value, bar, holds }) {
  return `* ${name}: ${value}${bar === null ? '' : ` (${bar}) ${holds ? 'ok' : 'OVER'}`}`
}

function readTests(root) {
  const file = path.join(root, '.build/vitest.json')
  if (!existsSync(file)) return []
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  return testResults.flatMap((result) => result.assertionResults)
}

function readFindings(sheet) {
  if (!existsSync(sheet)) return []
  const lines = readFileSync(sheet, 'utf8').trim().split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

function git(root, args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
