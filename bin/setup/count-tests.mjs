// Reads from the reports that the two runners leave how many tests passed, and which failed, with what they said.
import { readFileSync } from 'node:fs'
import path from 'node:path'

const none = { passed: 0, failed: 0, skipped: 0, failures: [] }

export function countVitest(root) {
  const report = readReport(root, 'vitest.json')
  if (report === null) return none
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap((file) => failuresOfFile(root, file)),
  }
}

// A file that could not even be read has a message of its own, and no test that failed.
function failuresOfFile(root, file) {
  const name = path.relative(root, file.name)
  const failed = file.assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({ name: `${name} › ${test.fullName}`, said: test.failureMessages.join('\n') }))
  return file.status === 'failed' && failed.length === 0
    ? [{ name, said: file.message ?? '' }]
    : failed
}

export function countPlaywright(root) {
  const report = readReport(root, 'playwright.json')
  if (report === null) return none
  const { stats } = report
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: report.suites.flatMap((suite) => failuresOfSuite(suite, [])),
  }
}

function failuresOfSuite(suite, above) {
  const names = [...above, suite.title]
  const failed = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => ({ name: [...names, spec.title].join(' › '), said: errorsOf(spec) }))
  return [...failed, ...(suite.suites ?? []).flatMap((inner) => failuresOfSuite(inner, names))]
}

function errorsOf(spec) {
  const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors))
  return errors.map((error) => error.message).join('\n')
}

function readReport(root, name) {
  try {
    return JSON.parse(readFileSync(path.join(root, '.build', name), 'utf8'))
  } catch {
    return null
  }
}
