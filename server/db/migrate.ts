// Brings a database to the schema of this version, from the folders in prisma/migrations.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { openSchemaEngine } from './schema-engine.ts'

/** One migrator at a time, however many servers start at once. */
const migrationLock = 7_223_418

/**
 * Applies every migration that the database has not had, in name order, each whole or not at all.
 * Returns the names applied now; a second call returns none. The history is Prisma's own
 * (`_prisma_migrations`), so `prisma migrate deploy` understands it.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const holder = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await holder.connect()
  const pool = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  try {
    await holder.query('select pg_advisory_lock($1)', [migrationLock])
    return await apply(pool, await readMigrations(folder))
  } finally {
    await pool.end()
    await holder.end()
  }
}

async function apply(pool: pg.Pool, migrationsList: MigrationList): Promise<string[]> {
  const { engine, scriptError } = await openSchemaEngine(pool)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    })
    return appliedMigrationNames
  } catch (error) {
    const cause = scriptError()
    if (cause === undefined) throw error
    await forgetFailure(pool)
    throw cause
  } finally {
    engine.free()
  }
}

/** A refused script was rolled back whole, so its mended version may be tried without help by hand. */
async function forgetFailure(pool: pg.Pool): Promise<void> {
  await pool.query(
    'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
  )
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  )
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}
