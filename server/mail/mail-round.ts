import type pg from 'pg'
import type { Database } from '../db/database.ts'
import { type DueNotice, readDueNotices } from './due-notices.ts'
import type { MailSettings } from './mail-settings.ts'
import { type Mail, writeMail } from './write-mail.ts'

/** Hands a message over. Rejects with what the mail server said. */
export type SendMail = (mail: Mail) => Promise<unknown>

export interface MailRoundOptions {
  database: Pick<Database, 'pool'>
  settings: MailSettings
  send: SendMail
  /** At most one digest of a plan in so many milliseconds. */
  digestEveryMs: number
  /** For whoever runs the server; says no address. */
  say: (line: string) => void
}

/** Held while a node sends; any number that nobody else locks. */
const mailLock = 7_231_402

/**
 * Sends what is due, once, however many nodes there are: only the one that holds the lock reads and sends, and a
 * notice is marked when its message was taken. No row is locked meanwhile, so a slow mail server holds up nobody.
 * Whatever a crash leaves unmarked is sent again under the same message id. Returns how many were taken; rejects
 * when the mail server cannot be reached or refuses everybody, and then the rest waits.
 */
export async function sendDueMail(options: MailRoundOptions): Promise<number> {
  const client = await options.database.pool.connect()
  let isBroken = false
  try {
    if (!(await takeLock(client))) return 0
    return await sendAll(client, options)
  } catch (error) {
    isBroken = true
    throw error
  } finally {
    // A connection that goes takes its lock with it.
    if (!isBroken) await client.query('select pg_advisory_unlock_all()')
    client.release(isBroken)
  }
}

async function takeLock(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [mailLock],
  )
  return rows[0]?.taken === true
}

async function sendAll(
  client: pg.ClientBase,
  { settings, send, digestEveryMs, say }: MailRoundOptions,
): Promise<number> {
  let sent = 0
  for (const notice of await readDueNotices(client, digestEveryMs)) {
    try {
      await send(writeMail(notice, settings))
      sent += 1
    } catch (error) {
      if (!isOwnFault(error)) throw error
      say(
        `Thư: máy chủ thư không nhận một địa chỉ, bỏ qua (mail: an address was refused, left out)`,
      )
    }
    await markMailed(client, notice)
  }
  return sent
}

/** The mail server will never take this message for this address; others are no affair of it. */
function isOwnFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false
  return error.code === 'EENVELOPE' && Number(error.responseCode) >= 500
}

async function markMailed(client: pg.ClientBase, { id, readAt }: DueNotice): Promise<void> {
  await client.query('update notice set mailed_at = $2::timestamptz where id = $1', [id, readAt])
}
