// The one door to PostgreSQL: a pool for statements that count every microsecond, Prisma for everything else.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { readEnv } from '../env.ts'
import { PrismaClient } from './generated/client.ts'
import { within } from './within.ts'

export interface Database {
  readonly prisma: PrismaClient
  /** The pool that Prisma uses too. */
  readonly pool: pg.Pool
  /** Lets go of the pool; a database that does not answer is left after 2 s. */
  close(): Promise<void>
}

const closeWithinMs = 2_000

/**
 * Opens a pool; connects at the first query. A database that does not answer makes a query fail after 5 s, a
 * statement that hangs after 5 s too, one whose answer never comes after 8 s, instead of holding a person for ever.
 */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Opening a connection forks a process: an old machine that is busy needs more than a second or two for it.
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Otherwise the timer of an idle connection keeps a command running for half a minute after its close.
    allowExitOnIdle: true,
    statement_timeout: 5000,
    // The one above is the database's own: a road that swallows what is sent on it tells nobody.
    query_timeout: 8000,
    idle_in_transaction_session_timeout: 10_000,
  })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const end = async () => {
    await prisma.$disconnect()
    if (!pool.ended) await pool.end()
  }
  return {
    prisma,
    pool,
    close: () => within(closeWithinMs, end()),
  }
}

// Next loads a module once per bundle, and in development again after each change; the process has one pool.
const held = globalThis as typeof globalThis & { banViecDatabase?: Database }

/** The database of this process, opened at the first call from DATABASE_URL. For pages and routes. */
export function currentDatabase(): Database {
  held.banViecDatabase ??= openDatabase(readEnv().DATABASE_URL)
  return held.banViecDatabase
}

/** Closes it if any page opened it; for the end of the process. */
export async function closeCurrentDatabase(): Promise<void> {
  await held.banViecDatabase?.close()
  delete held.banViecDatabase
}
