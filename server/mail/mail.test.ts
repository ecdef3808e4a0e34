import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type AdviceTestBed,
  beginning,
  openAdviceTestBed,
  type Voice,
} from '../data/advice/advice-test-bed.ts'
import { setEmail as setOwnEmail } from '../data/my-email.ts'
import { sendDueMail } from './mail-round.ts'
import { openTransport } from './open-mail.ts'

interface Received {
  to: string[]
  text: string
  messageId: string
}

let bed: AdviceTestBed
let office: SMTPServer
let received: Received[]
/** What the mail server says to an address; null takes it. */
let refusal: { code: number } | null
let cadre: Voice
let secretary: Voice

beforeAll(async () => {
  bed = await openAdviceTestBed()
  cadre = await bed.voice('canbo')
  secretary = await bed.voice('bithu')
  await setEmail('bithu', 'bithu@na-tong.example')
})
afterAll(() => bed.close())

beforeEach(async () => {
  received = []
  refusal = null
  await bed.database.pool.query('delete from notice')
  office = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, answer) =>
      answer(refusal && Object.assign(new Error('no'), { responseCode: refusal.code })),
    onData(stream, session, taken) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString()
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: decoded(raw),
          messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
        })
        taken()
      })
    },
  })
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise<void>((resolve) => office.close(resolve)))

function setEmail(username: string, email: string | null) {
  return bed.database.prisma.person.update({ where: { username }, data: { email } })
}

async function sendOnce(digestEveryMs = 900_000): Promise<number> {
  const { port } = office.server.address() as AddressInfo
  const settings = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Bàn Việc <banviec@xa.example>',
    address: 'https://banviec.xa.example',
  }
  const { send, close } = await openTransport(settings)
  const said: string[] = []
  try {
    return await sendDueMail({
      ...{ database: bed.database, settings, send, digestEveryMs },
      say: (line) => said.push(line),
    })
  } finally {
    close()
    expect(said.join()).not.toContain('@')
  }
}

/** The text of a message, however it was encoded for the way. */
function decoded(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/Content-Transfer-Encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString()
}

const mention = (body = 'Đồng chí bí thư xem nhóm 4 giúp.') =>
  bed.begin(cadre, { ...beginning(bed.plan), body, mentions: [secretary.personId] })

describe('[Q50] mail', () => {
  it('tells who is mentioned at once, where and by whom, and not what was said', async () => {
    const { threadId } = await mention('Hộ ông Lò Văn Páo cần gạo.')
    expect(await sendOnce()).toBe(1)
    const [mail] = received
    expect(mail?.to).toEqual(['bithu@na-tong.example'])
    expect(mail?.text).toContain('tháng 12/2026')
    expect(mail?.text).toContain(`/${bed.plan.branchId}/2026-12/plan?thread=${threadId}`)
    expect(mail?.text).not.toContain('Páo')
    expect(await sendOnce()).toBe(0)
  })

  it('goes to those who gave an address, may still read the plan and did not mute it', async () => {
    await mention()
    await setEmail('bithu', null)
    expect(await sendOnce()).toBe(0)
    await setEmail('bithu', 'bithu@na-tong.example')
    await bed.say(secretary, { kind: 'mute', ...bed.plan, muted: true })
    expect(await sendOnce()).toBe(0)
    await bed.say(secretary, { kind: 'mute', ...bed.plan, muted: false })
    const { rows } = await bed.database.pool.query(
      'delete from role where person_id = $1 returning person_id, unit_id, role',
      [secretary.personId],
    )
    expect(await sendOnce()).toBe(0)
    for (const { person_id, unit_id, role } of rows) {
      await bed.database.pool.query('insert into role values ($1, $2, $3)', [
        person_id,
        unit_id,
        role,
      ])
    }
    expect(await sendOnce()).toBe(1)
  })

  it('[F91] [F92] tells who is asked to look before a month is made final, muted or not', async () => {
    const committee = await bed.voice('chiuy')
    const { prisma } = bed.database
    const { id: planId } = await prisma.plan.findFirstOrThrow({ where: bed.plan })
    await bed.say(secretary, { kind: 'mute', ...bed.plan, muted: true })
    await prisma.notice.create({
      data: {
        personId: secretary.personId,
        planId,
        kind: 'signOff',
        detail: { by: committee.personId, sha256: '0'.repeat(64) },
      },
    })
    expect(await sendOnce()).toBe(1)
    const { fullName } = await prisma.person.findUniqueOrThrow({
      where: { id: committee.personId },
    })
    expect(received[0]?.text).toContain(`${fullName} mời đồng chí xem`)
    expect(received[0]?.text).toContain(`/${bed.plan.branchId}/2026-12/finalise`)
    await bed.say(secretary, { kind: 'mute', ...bed.plan, muted: false })
  })

  it('says nothing about what was read on the screen', async () => {
    await mention()
    await bed.database.pool.query('update notice set read_at = now()')
    expect(await sendOnce()).toBe(0)
  })
})

it('[Q51] of a plan at most one digest is sent in a quarter of an hour', async () => {
  await bed.begin(cadre)
  await bed.begin(cadre)
  expect(await sendOnce()).toBe(1)
  expect(received[0]?.text).toContain('2 góp ý')
  await bed.begin(cadre)
  expect(await sendOnce()).toBe(0)
  expect(await sendOnce(0)).toBe(1)
  expect(received[1]?.text).toContain('3 góp ý')
  expect(await sendOnce(0)).toBe(0)
})

describe('[Q52] each message is sent once', () => {
  it('by however many nodes at the same moment', async () => {
    for (const _ of [1, 2, 3]) await mention()
    const counts = await Promise.all([1, 2, 3, 4].map(() => sendOnce()))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(3)
  })

  it('also when the mail server was away', async () => {
    await mention()
    refusal = { code: 451 }
    await expect(sendOnce()).rejects.toThrow()
    refusal = null
    // The round that broke off holds its turn until the database hears of it.
    await expect.poll(() => sendOnce(), { timeout: 10_000 }).toBe(1)
    expect(received).toHaveLength(1)
  })

  it('and an address that is refused for good keeps nobody else waiting', async () => {
    await mention()
    refusal = { code: 550 }
    expect(await sendOnce()).toBe(0)
    refusal = null
    expect(await sendOnce()).toBe(0)
    await mention()
    expect(await sendOnce()).toBe(1)
  })

  it('under the same id, when the crash came between sending and noting it', async () => {
    await mention()
    await sendOnce()
    await bed.database.pool.query('update notice set mailed_at = null')
    await sendOnce()
    expect(received[1]?.messageId).toBe(received[0]?.messageId)
    expect(received[0]?.messageId).toMatch(/@xa\.example>$/)
  })
})

it('[Q53] an address is one address, and can be taken back', async () => {
  const { personId } = cadre
  const set = (text: string) => setOwnEmail(bed.database, personId, text)
  expect(await set(' canbo@xa.example ')).toBe('canbo@xa.example')
  for (const bad of [
    'canbo',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: e@f.example',
    'Tôi <a@b.example>',
  ]) {
    await expect(set(bad)).rejects.toThrow('badEmail')
  }
  expect(await set('')).toBeNull()
  const { email } = await bed.database.prisma.person.findUniqueOrThrow({ where: { id: personId } })
  expect(email).toBeNull()
})

it('[Q53] an address cannot smuggle in other receivers or headers', async () => {
  await setEmail('bithu', 'a@b.example, c@d.example\r\nBcc: e@f.example')
  await mention(randomUUID())
  await sendOnce().catch(() => undefined)
  expect(received.flatMap(({ to }) => to)).not.toContain('c@d.example')
  expect(received.flatMap(({ to }) => to)).not.toContain('e@f.example')
  await setEmail('bithu', 'bithu@na-tong.example')
})
