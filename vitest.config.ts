import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const shared = {
  exclude: ['node_modules/**', '.next/**', '.build/**', 'bench/**'],
  setupFiles: ['vitest.setup.ts'],
  // A machine that is busy with everything else, or stands still for a moment, may take its time.
  testTimeout: 30_000,
  expect: { poll: { timeout: 10_000 } },
}

export default defineConfig({
  test: {
    // Many tests wait more than they work: two at a time even where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: { ...shared, name: 'pure', include: ['{domain,app}/**/*.test.ts?(x)'] },
      },
      {
        // `server-only` throws outside React's server bundle; these tests stand on the server's side.
        resolve: {
          alias: {
            'server-only': fileURLToPath(
              new URL('node_modules/server-only/empty.js', import.meta.url),
            ),
          },
        },
        test: {
          ...shared,
          name: 'server',
          provide: { seed: process.env['SEED'] ?? '', required: process.env['REQUIRE'] ?? '' },
          // e2e/live is the browser's side of a plan against the real sync server, without a browser.
          include: ['{server,bin,prisma}/**/*.test.ts', 'e2e/{live,sabotage}/**/*.test.ts'],
          globalSetup: ['server/db/test-cluster.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
