// A database of its own for each test file, in the cluster that the global set-up started.
import { randomBytes } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { PrismaClient } from './generated/client.ts'
import { templateName, withAdmin } from './test-cluster.ts'

export interface TestDatabase {
  readonly url: string
  readonly database: Database
  /** Closes the pool and drops the database. */
  close(): Promise<void>
}

/** A fresh database with every migration applied and no rows; takes some 50 ms. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  await withAdmin(cluster, (admin) =>
    admin.query(`create database ${name} template ${templateName}`),
  )
  const address = new URL(cluster)
  address.pathname = `/${name}`
  const url = address.toString()
  const database = openDatabase(url)
  return {
    url,
    database,
    close: async () => {
      await database.close()
      await withAdmin(cluster, (admin) =>
        admin.query(`drop database if exists ${name} with (force)`),
      )
    },
  }
}

/**
 * Everything over one connection, Prisma's statements too, so that a transaction begun on `pool` is the one
 * that whoever is given this database works in.
 */
export function openSingleConnection(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // A test that fails while it holds a transaction has its database taken away.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}
