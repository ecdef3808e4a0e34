// A run prints thousands of lines; whoever sees only its end must find there which tests failed, and why.

/** Prints each failure of all parts once more: its name, and the first lines of what it said. */
export function tellFailures(results) {
  const failures = results.flatMap((result) => result.failures)
  if (failures.length === 0) return
  process.stdout.write('\n== what failed\n')
  for (const { name, said } of failures) {
    const lines = said.split('\n').filter((line) => line.trim() !== '')
    const shown = lines.slice(0, 30).map((line) => `    ${line}\n`)
    process.stdout.write(`\n${name}\n${shown.join('')}`)
  }
}
