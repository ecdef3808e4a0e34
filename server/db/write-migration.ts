// Writes the SQL of a new migration: from the schema as last migrated to the schema as edited.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { openSchemaEngine } from './schema-engine.ts'

/**
 * Compares `prisma/migrations/migrated.prisma` (the schema of the newest migration) with
 * `prisma/schema.prisma` and writes the difference as the next numbered folder. Returns the folder's name, or
 * null when there is no difference. The engine wants to be connected to some PostgreSQL, and changes nothing there.
 */
export async function writeMigration(
  prismaFolder: string,
  name: string,
  url: string,
): Promise<string | null> {
  const migrations = path.join(prismaFolder, 'migrations')
  const edited = path.join(prismaFolder, 'schema.prisma')
  const migrated = path.join(migrations, 'migrated.prisma')
  const sql = await diffSchemas(await readOrNull(migrated), await readFile(edited, 'utf8'), url)
  if (sql === '') return null
  const folder = `${await nextNumber(migrations)}_${name}`
  await mkdir(path.join(migrations, folder))
  await writeFile(path.join(migrations, folder, 'migration.sql'), sql)
  await copyFile(edited, migrated)
  return folder
}

/** The SQL that leads from one schema to the other; `null` stands for an empty database. */
export async function diffSchemas(from: string | null, to: string, url: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true })
  const { engine } = await openSchemaEngine(pool)
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : asTarget(from),
      to: asTarget(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout === null || stdout.includes('This is an empty migration') ? '' : stdout
  } finally {
    engine.free()
    await pool.end()
  }
}

function asTarget(content: string): DiffTarget {
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] }
}

async function nextNumber(migrations: string): Promise<string> {
  const numbers = (await readdir(migrations)).map((name) => Number.parseInt(name, 10) || 0)
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0')
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return null
  }
}
