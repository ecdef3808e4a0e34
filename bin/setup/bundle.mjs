// server/main.ts and everything of ours that it imports, as one file for a Node that runs no TypeScript; beside it
// the threads that fold large plans and read plans for pages.
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

await build({
  absWorkingDir: root,
  entryPoints: {
    server: 'server/main.ts',
    'fold-worker': 'server/log/fold-worker.ts',
    'reading-worker': 'server/log/reading-worker.ts',
    'history-worker': 'server/log/history-worker.ts',
  },
  outdir: '.build',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
})
