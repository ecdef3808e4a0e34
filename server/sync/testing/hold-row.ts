import pg from 'pg'
import type { Stage } from './sync-stage.ts'

/** A transaction of somebody else's that holds a plan's row, so that nothing can be appended to it. */
export async function holdRow(stage: Stage, planId: string) {
  const client = new pg.Client({ connectionString: stage.databaseUrl })
  await client.connect()
  await client.query('begin')
  await client.query('select 1 from plan where id = $1 for update', [planId])
  return {
    client,
    /** Waits while the server tries in vain; the database's own clock tells for how long. */
    untilTriedFor: async (ms: number): Promise<void> => {
      await client.query('select pg_sleep($1)', [ms / 1000])
    },
    release: async (): Promise<void> => {
      await client.query('commit')
      await client.end()
    },
  }
}
