import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// `prisma generate` needs no schema engine, yet the CLI downloads one unless it is told where one is. Any
// existing file satisfies it. Migrations never run through this CLI: see server/db/migrate.ts.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(import.meta.url)

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
