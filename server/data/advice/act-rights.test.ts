import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { type Asker, acts, askers } from '../../auth/rights-matrix.ts'
import {
  type AdviceTestBed,
  beginning,
  openAdviceTestBed,
  type Unsent,
  type Voice,
} from './advice-test-bed.ts'
import { openTask } from './open-task.ts'

const usernames: Readonly<Record<Asker, string>> = {
  office: 'vanphong',
  secretary: 'bithu',
  deputy: 'phobithu',
  committee: 'chiuy',
  cadre: 'canbo',
  member: 'dangvien',
  elsewhere: 'bithu2',
  nobody: 'chiuy',
}
const change: ProposedChange = {
  kind: 'newTask',
  title: 'Phát dọn',
  doers: [],
  groupIds: [],
  due: null,
}

let bed: AdviceTestBed
let voices: ReadonlyMap<Asker, Voice>
let tasks: { ofMember: string; ofSecretary: string }
let planId: string
beforeAll(async () => {
  bed = await openAdviceTestBed()
  const { prisma } = bed.database
  voices = new Map(
    await Promise.all(
      askers.map(async (asker) => [asker, await bed.voice(usernames[asker])] as const),
    ),
  )
  await prisma.session.update({
    where: { id: voiceOf('nobody').sessionId },
    data: { endedAt: new Date() },
  })
  planId = (await prisma.plan.findUniqueOrThrow({ where: { branchId_month: bed.plan } })).id
  tasks = {
    ofMember: await openTask(bed, [String(voiceOf('member').memberId)]),
    ofSecretary: await openTask(bed, [String(voiceOf('secretary').memberId)]),
  }
})
afterAll(() => bed.close())

function voiceOf(asker: Asker): Voice {
  const voice = voices.get(asker)
  if (!voice) throw new Error(asker)
  return voice
}

/** Somebody else, with every right to have said it. */
function another(asker: Asker): Voice {
  return voiceOf(asker === 'deputy' ? 'secretary' : 'deputy')
}

/** Written past the door, so that also those have something of their own who could not say it now. */
async function said(by: Voice, proposed: ProposedChange | null = null) {
  const [threadId, commentId] = [randomUUID(), randomUUID()]
  await bed.database.prisma.thread.create({
    data: {
      id: threadId,
      planId,
      epoch: 1,
      placeKind: 'plan',
      authorId: by.personId,
      rev: 0,
      comments: { create: { id: commentId, authorId: by.personId, body: 'Như trên.' } },
      ...(proposed && { proposal: { create: { change: proposed } } }),
    },
  })
  return { threadId, commentId }
}

async function noticed(person: Voice): Promise<string> {
  const { personId } = person
  const kind = 'mention'
  return (await bed.database.prisma.notice.create({ data: { personId, planId, kind } })).id
}

async function reported(): Promise<string> {
  const { personId, memberId } = voiceOf('member')
  const row = {
    taskId: tasks.ofMember,
    memberId: String(memberId),
    outcome: 'done',
    rev: 0,
  } as const
  const data = { id: randomUUID(), planId, authorId: personId, ...row }
  return (await bed.database.prisma.taskReport.create({ data })).id
}

const settle = (threadId: string, state: 'accepted' | 'declined' | 'withdrawn'): Unsent => ({
  kind: 'settle',
  threadId,
  state,
})
const edit = (commentId: string): Unsent => ({
  kind: 'edit',
  commentId,
  body: 'Khác',
  mentions: [],
})
const report = (taskId: string): Unsent => ({
  kind: 'report',
  ...bed.plan,
  taskId,
  outcome: 'done',
  figure: null,
  reason: null,
  next: null,
})

/** How each act of the table is tried. */
const attempts: Readonly<Record<string, (asker: Asker) => Promise<Unsent>>> = {
  begin: async () => beginning(bed.plan),
  'begin with a proposal': async () => ({ ...beginning(bed.plan), body: '', change }),
  reply: async (asker) => ({
    kind: 'reply',
    threadId: (await said(another(asker))).threadId,
    body: 'Vâng',
    mentions: [],
  }),
  'edit one’s own': async (asker) => edit((await said(voiceOf(asker))).commentId),
  'edit another’s': async (asker) => edit((await said(another(asker))).commentId),
  'delete one’s own': async (asker) => ({
    kind: 'delete',
    commentId: (await said(voiceOf(asker))).commentId,
  }),
  'delete another’s': async (asker) => ({
    kind: 'delete',
    commentId: (await said(another(asker))).commentId,
  }),
  'resolve one’s own': async (asker) => ({
    kind: 'resolve',
    threadId: (await said(voiceOf(asker))).threadId,
    resolved: true,
  }),
  'resolve another’s': async (asker) => ({
    kind: 'resolve',
    threadId: (await said(another(asker))).threadId,
    resolved: true,
  }),
  'settle: accept': async (asker) =>
    settle((await said(another(asker), change)).threadId, 'accepted'),
  'settle: decline': async (asker) =>
    settle((await said(another(asker), change)).threadId, 'declined'),
  'settle: withdraw one’s own': async (asker) =>
    settle((await said(voiceOf(asker), change)).threadId, 'withdrawn'),
  'settle: withdraw another’s': async (asker) =>
    settle((await said(another(asker), change)).threadId, 'withdrawn'),
  'report on one’s own task': async () => report(tasks.ofMember),
  'report on another’s task': async (asker) =>
    report(asker === 'member' ? tasks.ofSecretary : tasks.ofMember),
  take: async () => ({ kind: 'take', reportId: await reported(), taken: true }),
  'read one’s own notice': async (asker) => ({
    kind: 'read',
    noticeIds: [await noticed(voiceOf(asker))],
  }),
  'read another’s notice': async (asker) => ({
    kind: 'read',
    noticeIds: [await noticed(another(asker))],
  }),
  mute: async () => ({ kind: 'mute', ...bed.plan, muted: true }),
}

/** Every row that an act could change, and the log of every plan. */
async function everything(): Promise<string> {
  const tables = [
    ...['thread', 'comment', 'mention', 'proposal', 'task_report', 'notice', 'notice_mute'],
    ...['plan_advice', 'plan', 'plan_update'],
  ]
  const sums = tables.map(
    (table) => `(select md5(string_agg(t::text, ';' order by t::text)) from ${table} t)`,
  )
  const found = await bed.database.pool.query<{ sums: string }>(
    `select concat_ws(' ', ${sums.map((sum) => `coalesce(${sum}, '-')`).join(', ')}) as sums`,
  )
  return found.rows[0]?.sums ?? ''
}

it.each(Object.keys(acts))('[Q19] %s', async (name) => {
  const attempt = attempts[name]
  if (!attempt) throw new Error(`no attempt at ${name}`)
  const changed: Record<string, boolean> = {}
  for (const asker of askers) {
    await bed.database.prisma.noticeMute.deleteMany()
    const act = await attempt(asker)
    const before = await everything()
    const answer = await bed.say(voiceOf(asker), act)
    changed[asker] = (await everything()) !== before
    if (changed[asker]) expect(answer.ok, `${asker}: ${name}`).toBe(true)
  }
  const wanted = askers.map((asker) => [asker, acts[name]?.[asker] !== '-'])
  expect(changed).toEqual(Object.fromEntries(wanted))
})
