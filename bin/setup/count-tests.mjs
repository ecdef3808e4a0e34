// Reads how many tests passed from the reports that the two runners leave.
import { readFileSync } from 'node:fs'
import path from 'node:path'

const none = { passed: 0, failed: 0, skipped: 0 }

export function countVitest(root) {
  const report = readReport(root, 'vitest.json')
  if (report === null) return none
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export function countPlaywright(root) {
  const stats = readReport(root, 'playwright.json')?.stats
  if (stats === undefined) return none
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

function readReport(root, name) {
  try {
    return JSON.parse(readFileSync(path.join(root, '.build', name), 'utf8'))
  } catch {
    return null
  }
}
