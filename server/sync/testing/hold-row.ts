import { openSingleConnection } from '../../db/test-database.ts'
import type { Stage } from './sync-stage.ts'

/**
 * A transaction of somebody else's that holds a plan's row, so that nothing can be appended to it. Whatever
 * is done through `database` happens inside it: the first COMMIT that this brings ends the hold.
 */
export async function holdRow(stage: Stage, planId: string) {
  // One connection, handed back while its transaction is open: whoever uses the pool next stands in it.
  const database = openSingleConnection(stage.databaseUrl)
  const { pool } = database
  await pool.query('begin')
  await pool.query('select 1 from plan where id = $1 for update', [planId])
  return {
    client: pool,
    database,
    /** Waits while the server tries in vain; the database's own clock tells for how long. */
    untilTriedFor: async (ms: number): Promise<void> => {
      await pool.query('select pg_sleep($1)', [ms / 1000])
    },
    release: async (): Promise<void> => {
      await pool.query('commit')
      await database.close()
    },
  }
}
