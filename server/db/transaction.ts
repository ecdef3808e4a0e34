import type pg from 'pg'

/**
 * Runs `work` in one transaction of one connection of the pool and commits it; `mode` follows the word BEGIN.
 * Whatever fails ends the connection, and with it the transaction.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  mode: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  // A connection that breaks says so to the statement that waits, and here; unheard, it would end the process.
  client.on('error', ignore)
  try {
    await client.query(`begin ${mode}`)
    const done = await work(client)
    await client.query('commit')
    client.off('error', ignore)
    client.release()
    return done
  } catch (error) {
    client.release(true)
    throw error
  }
}

function ignore(): void {}
