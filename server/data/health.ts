import 'server-only'
import manifest from '../../package.json' with { type: 'json' }
import { currentDatabase } from '../db/database.ts'

export interface Health {
  status: 'ok' | 'down'
  database: 'ok' | 'silent'
  version: string
}

/** Can the server do its work? Asks the database one question and waits 2 s for a connection at most. */
export async function readHealth(): Promise<Health> {
  const answered = await currentDatabase()
    .pool.query('select 1')
    .then(
      () => true,
      () => false,
    )
  const { version } = manifest
  return answered
    ? { status: 'ok', database: 'ok', version }
    : { status: 'down', database: 'silent', version }
}
