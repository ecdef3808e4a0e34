import { randomUUID } from 'node:crypto'
import type { APIRequestContext, BrowserContext } from '@playwright/test'
import WebSocket from 'ws'
import { monthAt, shiftMonth } from '#domain/months.ts'
import type { Database } from '#server/db/database.ts'
import { assignForTest } from '#server/roster/assign-for-test.ts'
import { type Answer, crawl } from './crawl.ts'
import { expect, test } from './fixtures.ts'

/** A word in the name of every head of household, followed by the id of their group. */
const marker = `Mốc${randomUUID().slice(0, 8)}`
/** Ahead of what any other spec opens. */
const month = shiftMonth(monthAt(Date.now()), 7)

interface Scene {
  groups: { id: string; branchId: string }[]
  branches: string[]
  ownGroup: string
  room: string
}
let scene: Scene

test.beforeAll(async ({ database }) => {
  await database.pool.query(`update household set head_name = head_name || ' ' || $1 || group_id`, [
    marker,
  ])
  scene = await setScene(database)
})
test.afterAll(async ({ database }) => {
  await database.pool.query(
    `update household set head_name = split_part(head_name, ' ' || $1, 1)`,
    [marker],
  )
})

/** The plain member looks after the first group of their branch in that month. */
async function setScene({ prisma, ...database }: Database): Promise<Scene> {
  const { communeId } = await prisma.member.findFirstOrThrow({
    where: { people: { some: { username: 'dangvien' } } },
  })
  const groups = await prisma.householdGroup.findMany({
    // Other specs copy branches into communes of their own.
    where: { hamlet: { communeId, name: { in: ['Na Tông 1', 'Na Tông 2'] } } },
    select: { id: true, hamlet: { select: { servedBy: true } } },
    orderBy: [{ hamlet: { name: 'asc' } }, { position: 'asc' }],
  })
  const served = groups.map(({ id, hamlet }) => ({
    id,
    branchId: hamlet.servedBy[0]?.branchId ?? '',
  }))
  const { id: personId, memberId } = await prisma.person.findFirstOrThrow({
    where: { username: 'dangvien' },
  })
  const { id: groupId = '', branchId = '' } = served[0] ?? {}
  await assignForTest(
    { prisma, ...database },
    { branchId, month, personId, memberId: memberId ?? '', groupId },
  )
  const branches = await prisma.orgUnit.findMany({
    where: { kind: 'branch', parentId: communeId },
  })
  return {
    groups: served,
    branches: branches.map(({ id }) => id),
    ownGroup: groupId,
    room: `plan.${branchId}.${month}.1`,
  }
}

/** Everything that this person's browser can ask for: pages that link to each other, and every route with every id. */
async function everythingSent(request: APIRequestContext): Promise<Answer[]> {
  const months = [month, monthAt(Date.now())]
  const pages = scene.branches.flatMap((branch) =>
    months.flatMap((each) => [
      `/${branch}/${each}`,
      `/${branch}/${each}/plan`,
      `/my/${branch}/${each}`,
    ]),
  )
  const routes = [
    '/api/plans',
    ...scene.branches.map((branch) => `/api/roster?branch=${branch}`),
    ...scene.groups.flatMap(({ id }) =>
      months.map((each) => `/api/households?group=${id}&month=${each}`),
    ),
  ]
  return crawl(request, ['/', '/account', ...pages, ...routes])
}

/** The groups of which any household's name was sent. */
function groupsNamedIn(answers: readonly Answer[]): string[] {
  const pattern = new RegExp(`${marker}([0-9a-f-]{36})`, 'g')
  const found = answers.flatMap(({ body }) => [...body.matchAll(pattern)].map((match) => match[1]))
  return [...new Set(found)].filter((id) => id !== undefined)
}

/** What the socket sends to somebody who asks it for the whole plan. */
async function overheard(context: BrowserContext, url: string): Promise<Buffer[]> {
  const cookies = await context.cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${scene.room}`, {
    headers: { cookie, origin: url },
  })
  const frames: Buffer[] = []
  socket.on('message', (data: Buffer) => frames.push(data))
  // A sync step 1 with an empty state vector: everything, please.
  socket.on('open', () => socket.send(Buffer.from([0, 0, 1, 0])))
  await expect.poll(() => frames.length).toBeGreaterThanOrEqual(3)
  socket.close()
  return frames
}

test.describe('[P3] names of households', () => {
  for (const username of ['canbo', 'dangvien', 'bithu2']) {
    test(`${username} is sent none that is not theirs, in no answer`, async ({
      browser,
      baseURL,
      signIn,
    }) => {
      test.setTimeout(180_000)
      const context = await browser.newContext({ baseURL: baseURL ?? '' })
      await signIn(context, username)
      const answers = await everythingSent(context.request)
      const second = scene.groups.filter(({ branchId }) => branchId !== scene.groups[0]?.branchId)
      const allowed = {
        canbo: [],
        dangvien: [scene.ownGroup],
        bithu2: second.map(({ id }) => id),
      }[username]
      expect(groupsNamedIn(answers).sort()).toEqual(allowed?.sort())
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      const opened = answers.filter(
        ({ path, status }) => !path.startsWith('/api/') && status === 200,
      )
      expect(opened.length).toBeGreaterThan(6)
      await context.close()
    })
  }

  test('the secretary is sent those of the branch, so that this test can fail', async ({
    browser,
    baseURL,
    signIn,
  }) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    await signIn(context, 'bithu')
    const query = `group=${scene.ownGroup}&month=${month}`
    const answer = await context.request.get(`/api/households?${query}`)
    expect(await answer.text()).toContain(marker)
    await context.close()
  })

  test('[P4] the socket sends ids and no names, to whoever may listen', async ({
    browser,
    baseURL,
    signIn,
    database,
  }) => {
    const { fullName } = await database.prisma.member.findFirstOrThrow({
      where: { people: { some: { username: 'dangvien' } } },
    })
    for (const username of ['canbo', 'dangvien']) {
      const context = await browser.newContext({ baseURL: baseURL ?? '' })
      await signIn(context, username)
      const sent = Buffer.concat(await overheard(context, baseURL ?? '')).toString('utf8')
      expect(sent).toContain(scene.ownGroup)
      expect(sent).not.toContain(marker)
      if (username === 'canbo') expect(sent).not.toContain(fullName)
      await context.close()
    }
  })

  test('a member who is no longer signed in, or asks nonsense, gets a sentence and no data', async ({
    request,
    browser,
    baseURL,
    signIn,
  }) => {
    for (const path of ['/api/plans', `/api/roster?branch=${scene.branches[0]}`]) {
      const answer = await request.get(path)
      expect(answer.status()).toBe(401)
      expect(await answer.json()).toMatchObject({ code: 'signInRequired' })
    }
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    await signIn(context, 'bithu')
    const nonsense: [string, number, string][] = [
      ['/api/roster', 404, 'unknownUnit'],
      [`/api/roster?branch=${'x'.repeat(3000)}`, 404, 'unknownUnit'],
      [`/api/roster?branch=${randomUUID()}`, 404, 'unknownUnit'],
      ['/api/households?group=%00&month=2026-12', 400, 'badInput'],
      [`/api/households?group=${randomUUID()}&month=2026-12`, 404, 'unknownGroup'],
      [`/api/households?group=${scene.ownGroup}&month=2026-13`, 400, 'badMonth'],
    ]
    for (const [path, status, code] of nonsense) {
      const answer = await context.request.get(path)
      expect([path, answer.status(), (await answer.json()).code]).toEqual([path, status, code])
    }
    await context.close()
  })
})
