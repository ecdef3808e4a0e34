import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Runs one part of the tests with its own output on the screen. A part that has no tests of its own counts as
 * one; `count` reads the report of one that has. A part that fails counts as a failure in any case.
 */
export async function runPart(name, [script, ...args], count = countAsOne) {
  process.stdout.write(`\n== ${name}\n`)
  rmSync(path.join(root, '.build', `${name}.json`), { force: true })
  const code = await run([path.join(root, 'node_modules', script), ...args])
  const counted = count(root, code)
  if (code === 0 || counted.failed > 0) return counted
  const failures = [...counted.failures, { name, said: `ended with ${code}, see above` }]
  return { ...counted, failed: 1, failures }
}

function countAsOne(_root, code) {
  return { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] }
}

function run(args) {
  return new Promise((resolve) => {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
    // What a shell happens to set must not make the tests behave like a server in production.
    delete env.NODE_ENV
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
