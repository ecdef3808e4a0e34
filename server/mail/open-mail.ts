import type { Database } from '../db/database.ts'
import { report, say } from '../diagnostics.ts'
import { type SendMail, sendDueMail } from './mail-round.ts'
import type { MailSettings } from './mail-settings.ts'
import type { Mail } from './write-mail.ts'

/** A node that sends mail, until it is closed. */
export interface OpenMail {
  close(): Promise<void>
}

const lookEveryMs = 5_000
/** After a mail server failed. */
const waitMs = 60_000
const digestEveryMs = 15 * 60_000

/** Looks for notices to mail again and again. A mail server that is away is tried each minute and told of once. */
export async function openMail(
  database: Pick<Database, 'pool'>,
  settings: MailSettings,
): Promise<OpenMail> {
  const { send, close } = await openTransport(settings)
  let isClosed = false
  let isAway = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = Promise.resolve()
  const round = async () => {
    try {
      await sendDueMail({ database, settings, send, digestEveryMs, say })
      isAway = false
    } catch (error) {
      if (!isAway) report('mail', withoutAddresses(error))
      isAway = true
    }
    if (!isClosed) timer = setTimeout(start, isAway ? waitMs : lookEveryMs)
  }
  const start = () => {
    running = round()
  }
  timer = setTimeout(start, lookEveryMs)
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      // Ends what waits for a mail server that does not answer.
      close()
      await running
    },
  }
}

/** The library is loaded by those who send mail alone. */
export async function openTransport(
  settings: MailSettings,
): Promise<{ send: SendMail; close: () => void }> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const headers = {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${settings.address}/account>`,
  }
  return {
    send: ({ to, ...mail }: Mail) =>
      transport.sendMail({ ...mail, to: { name: '', address: to }, from: settings.from, headers }),
    close: () => transport.close(),
  }
}

/** What went wrong, without the people it went wrong for. */
function withoutAddresses(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return `${error instanceof Error ? error.name : 'error'} ${code}`.trim()
}
