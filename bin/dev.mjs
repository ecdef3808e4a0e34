// npm run dev: the same server from its sources, reloading pages as they change. Restart it for server/ changes.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { checkNode } from './setup/check-node.mjs'

checkNode()
const { generateClient, installPackages, root } = await import('./setup/prepare.mjs')
await installPackages()
await generateClient()
const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'server/main.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
})
// The terminal signals both; this one waits until the server has closed everything.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
