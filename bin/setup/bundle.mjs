// server/main.ts and everything of ours that it imports, as one file for a Node that runs no TypeScript; beside it
// the threads that fold large plans, read plans for pages and draw papers.
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

const alike = {
  absWorkingDir: root,
  outdir: '.build',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
}

await build({
  ...alike,
  entryPoints: {
    server: 'server/main.ts',
    'fold-worker': 'server/log/fold-worker.ts',
    'reading-worker': 'server/log/reading-worker.ts',
    'history-worker': 'server/log/history-worker.ts',
  },
})

// In pieces, so that the thread loads a library only when a paper needs it.
await build({
  ...alike,
  entryPoints: { 'paper-worker': 'server/papers/paper-worker.ts' },
  splitting: true,
  chunkNames: 'paper-[name]-[hash]',
})
