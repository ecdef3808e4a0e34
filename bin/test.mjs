// npm test: the set-up of npm start, then every check and test there is, and one line that sums them up.
import { checkNode } from './setup/check-node.mjs'

checkNode()
const { buildServer, generateClient, installPackages } = await import('./setup/prepare.mjs')
const { runPart } = await import('./setup/run-part.mjs')
const { countPlaywright, countVitest } = await import('./setup/count-tests.mjs')
const { tellFailures } = await import('./setup/tell-failures.mjs')

await installPackages()
await generateClient()

// What an earlier run remembered must not hide or invent a mistake.
const whole = ['--noEmit', '--incremental', 'false']
const results = [
  await runPart('biome', ['@biomejs/biome/bin/biome', 'ci']),
  await runPart('next typegen', ['next/dist/bin/next', 'typegen']),
  await runPart('tsc', ['typescript/bin/tsc', ...whole]),
  await runPart('tsc domain', ['typescript/bin/tsc', ...whole, '-p', 'domain']),
  await runPart('knip', ['knip/bin/knip.js', '--no-progress']),
  await runPart('vitest', ['vitest/vitest.mjs', 'run', ...vitestReport()], countVitest),
]
await buildServer()
results.push(await runPart('playwright', ['@playwright/test/cli.js', 'test'], countPlaywright))

tellFailures(results)
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
process.stdout.write(
  `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
)
process.exitCode = failed > 0 ? 1 : 0

function vitestReport() {
  return ['--reporter=default', '--reporter=json', '--outputFile.json=.build/vitest.json']
}
