// The database that this installation uses: the one it was told of, or its own.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { DomainError } from '#domain/errors.ts'
import { openCluster } from './cluster.ts'
import { migrate } from './migrate.ts'

export interface InstalledDatabase {
  readonly url: string
  /** Ours, in DATA_DIR. */
  readonly embedded: boolean
  /** Migrations that were applied just now. */
  readonly applied: readonly string[]
  /** Stops it when it is ours and nobody else of ours uses it. Close your pools first. */
  stop(): Promise<void>
}

/** Where binaries and data go when root starts us from a folder that no other user may enter. */
const reachable = '/var/lib/ban-viec'

/**
 * Starts or adopts the embedded cluster when no `url` is given, waits for an answer and migrates. Throws
 * DomainError `databaseSilent` or `diskFull`.
 */
export async function openInstalledDatabase(setting: {
  url: string | undefined
  dataFolder: string
}): Promise<InstalledDatabase> {
  const folder = path.join(setting.dataFolder, 'postgres')
  const cluster =
    setting.url === undefined ? await openCluster({ folder, reachable, fsync: true }) : null
  const url = cluster?.url('banviec') ?? setting.url ?? ''
  try {
    if (cluster !== null) await createMissing(cluster.url('postgres'), 'banviec')
    const applied = await explainingSilence(() => migrate(url, migrationsFolder))
    return { url, embedded: cluster !== null, applied, stop: async () => cluster?.stop() }
  } catch (error) {
    await cluster?.stop()
    throw error
  }
}

/** Two levels up from this file, one from the bundle that it is part of in production. */
const migrationsFolder = fileURLToPath(
  new URL(
    import.meta.url.includes('/.build/') ? '../prisma/migrations' : '../../prisma/migrations',
    import.meta.url,
  ),
)

async function createMissing(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 })
  await explainingSilence(() => admin.connect())
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await admin.query(`create database ${name}`)
  } finally {
    await admin.end()
  }
}

const silent =
  /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|timeout expired|terminated|3D000|28P01|28000/

/** A database that cannot be reached or refuses us is one sentence; any other failure is a bug. */
async function explainingSilence<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    if (code === '53100') throw new DomainError('diskFull')
    if (silent.test(`${code} ${message}`)) throw new DomainError('databaseSilent')
    throw error
  }
}
