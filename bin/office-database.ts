// The database for commands that the office runs at the server, whether or not the server runs.
import path from 'node:path'
import { type Database, openDatabase } from '#server/db/database.ts'
import { openInstalledDatabase } from '#server/db/installed-database.ts'
import { readStartEnv } from '#server/env.ts'

/**
 * Opens the installation's database (adopting or starting the embedded one), migrates it, does `work` and
 * leaves it as it was found: running if a server uses it, else stopped.
 */
export async function withOfficeDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { DATABASE_URL, DATA_DIR } = readStartEnv()
  const installed = await openInstalledDatabase({
    url: DATABASE_URL,
    dataFolder: path.resolve(DATA_DIR),
  })
  const database = openDatabase(installed.url)
  try {
    return await work(database)
  } finally {
    await database.close()
    await installed.stop()
  }
}
