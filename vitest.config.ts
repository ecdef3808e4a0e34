import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const exclude = ['node_modules/**', '.next/**', '.build/**', 'bench/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{domain,app}/**/*.test.ts?(x)'],
          exclude,
        },
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
          name: 'server',
          include: ['{server,bin,prisma}/**/*.test.ts'],
          exclude,
          globalSetup: ['server/db/test-cluster.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The browser's side of a live plan against the real sync server, without a browser.
        test: {
          name: 'live',
          include: ['e2e/live/**/*.test.ts'],
          globalSetup: ['server/db/test-cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
