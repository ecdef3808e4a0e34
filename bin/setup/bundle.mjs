// server/main.ts and everything of ours that it imports, as one file for a Node that runs no TypeScript.
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

await build({
  absWorkingDir: root,
  entryPoints: ['server/main.ts'],
  outfile: '.build/server.js',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
})
