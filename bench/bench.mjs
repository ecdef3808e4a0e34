// npm run bench: our sync server beside Hocuspocus and beside a bare relay. docs/performance.md says what it measures.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)

if (!existsSync('bench/node_modules/@hocuspocus/server')) run('npm', ['ci', '--prefix', 'bench'])
if (!existsSync('server/db/generated')) run('npx', ['prisma', 'generate'])

const shared = {
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
}
await build({
  ...shared,
  entryPoints: ['bench/systems/ours.ts', 'bench/systems/relay.ts', 'bench/run.ts', 'server/log/fold-worker.ts'],
  outdir: '.build/bench',
  entryNames: '[name]',
})
await build({ ...shared, entryPoints: ['bench/systems/hocuspocus.ts'], outdir: 'bench/.build' })
process.exitCode = run('node', [
  '--enable-source-maps',
  '--max-old-space-size=6144',
  '.build/bench/run.js',
  ...process.argv.slice(2),
])

function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  return 0
}
