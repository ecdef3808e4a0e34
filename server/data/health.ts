import 'server-only'
import manifest from '../../package.json' with { type: 'json' }
import { currentDatabase } from '../db/database.ts'
import { within } from '../db/within.ts'

export interface Health {
  status: 'ok' | 'down'
  database: 'ok' | 'silent'
  version: string
}

const answerWithinMs = 2_000

/** Can the server do its work? Asks the database one question and waits 2 s at most. */
export async function readHealth(): Promise<Health> {
  let answered = false
  const asked = currentDatabase().pool.query('select 1')
  const heard = asked.then(
    () => {
      answered = true
    },
    () => undefined,
  )
  await within(answerWithinMs, heard)
  const { version } = manifest
  return answered
    ? { status: 'ok', database: 'ok', version }
    : { status: 'down', database: 'silent', version }
}
