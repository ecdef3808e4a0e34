// npm run trial: the long forms, one after the other, so that each has the machine to itself.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    name: 'trial',
    provide: {
      trialSheet: process.env['TRIAL_SHEET'] ?? '',
      seed: process.env['SEED'] ?? '',
    },
    include: ['{server,e2e}/**/*.trial.ts'],
    exclude: ['node_modules/**', '.next/**', '.build/**', 'bench/**'],
    setupFiles: ['vitest.setup.ts'],
    globalSetup: ['server/db/test-cluster.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
