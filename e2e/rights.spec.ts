// Every page, route and server action, asked for by everybody over HTTP, beside the table of who may pass which door.
import type { APIRequestContext, APIResponse, Browser, BrowserContext } from '@playwright/test'
import { closeCode } from '#domain/wire.ts'
import {
  type Asker,
  actions,
  askers,
  type Door,
  type Passage,
  pages,
  routes,
} from '#server/auth/rights-matrix.ts'
import { expect, test } from './fixtures.ts'
import { everything, handMadeActs, writeByHand } from './hand-made-writes.ts'
import { type RightsScene, setRightsScene, usernames } from './rights-scene.ts'
import { callAction, readServerActions } from './server-actions.ts'

let scene: RightsScene
test.beforeAll(async ({ database }) => {
  scene = await setRightsScene(database)
})

type Requests = ReadonlyMap<Asker, APIRequestContext>
type SignIn = (at: BrowserContext, username: string) => Promise<void>

/** Everybody's cookies, with the Origin that a page of ours would send. */
async function enter(browser: Browser, baseURL: string, signIn: SignIn): Promise<Requests> {
  const all = new Map<Asker, APIRequestContext>()
  for (const asker of askers) {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } })
    if (asker !== 'nobody') await signIn(context, usernames[asker])
    all.set(asker, context.request)
  }
  return all
}

/** What every asker was seen to pass, beside what the table says; lines, so that a difference can be read. */
async function compare(
  table: Readonly<Record<string, Door>>,
  requests: Requests,
  attempt: (name: string, request: APIRequestContext, asker: Asker) => Promise<Passage>,
): Promise<void> {
  const seen: string[] = []
  for (const name of Object.keys(table)) {
    for (const [asker, request] of requests) {
      seen.push(`${name}, ${asker}: ${await attempt(name, request, asker)}`)
    }
  }
  const wanted = Object.entries(table).flatMap(([name, door]) =>
    askers.map((asker) => `${name}, ${asker}: ${door[asker]}`),
  )
  expect(seen).toEqual(wanted)
}

function addressOf(page: string): string {
  return page
    .replace('[branch]', scene.branchId)
    .replace('[month]', scene.month)
    .replace('[group]', scene.ownGroup)
    .replace('[commune]', scene.communeId)
    .replace('[record]', scene.record.id)
    .replace('[code]', scene.record.code)
    .replace('[task]', scene.task)
    .replace('[thread]', scene.thread)
}

/** Refused, or led to the sign-in, is the same for a page; anything broken is neither. */
function isRefused(answer: APIResponse): boolean {
  expect(answer.status(), answer.url()).toBeLessThan(500)
  return answer.status() >= 400 || new URL(answer.url()).pathname === '/sign-in'
}

test('[Q19] pages', async ({ browser, baseURL, signIn }) => {
  test.setTimeout(180_000)
  await compare(
    pages,
    await enter(browser, baseURL ?? '', signIn),
    async (page, request, asker) => {
      const answer = await request.get(addressOf(page))
      if (page === '/sign-in' || page === '/v/[code]') return answer.ok() ? 'x' : '-'
      if (isRefused(answer)) return '-'
      // What hangs on no branch shows one's own; and no page tells of a branch that one has nothing to do with.
      const text = await answer.text()
      if (asker === 'elsewhere') expect(text).not.toContain(scene.branchId)
      return page.includes('[') ? 'x' : 'o'
    },
  )
})

const asked: Readonly<
  Record<string, (request: APIRequestContext, asker: Asker) => Promise<Passage>>
> = {
  'GET /api/health': async (request) => open(await request.get('/api/health')),
  'GET /api/auth/[...nextauth]': async (request) => open(await request.get('/api/auth/csrf')),
  'POST /api/auth/[...nextauth]': async (request) =>
    open(await request.post('/api/auth/callback/credentials', { form: {} })),
  'GET /api/plans': async (request, asker) => {
    const answer = await request.get('/api/plans')
    if (isRefused(answer)) return '-'
    const plans = (await answer.json()) as { branch: string }[]
    const listed = new Set(plans.map(({ branch }) => branch))
    expect(listed.has(scene.branchId)).toBe(asker !== 'elsewhere')
    const knowsOther = ['office', 'cadre', 'elsewhere'].includes(asker)
    expect(listed.has(scene.otherBranchId)).toBe(knowsOther)
    return 'o'
  },
  'GET /api/notices': async (request, asker) => {
    const answer = await request.get('/api/notices')
    if (isRefused(answer)) return '-'
    const text = await answer.text()
    const shown = Object.entries(scene.notices).filter(([, id]) => text.includes(id))
    const own = asker === 'nobody' || asker === 'elsewhere' ? [] : [usernames[asker]]
    expect(shown.map(([username]) => username)).toEqual(own)
    return 'o'
  },
  'GET /api/roster': async (request) => {
    const answer = await request.get(`/api/roster?branch=${scene.branchId}`)
    return isRefused(answer) ? '-' : 'x'
  },
  'GET /api/households': async (request) => {
    const of = (group: string) => request.get(`/api/households?group=${group}&month=${scene.month}`)
    if (isRefused(await of(scene.ownGroup))) return '-'
    return isRefused(await of(scene.othersGroup)) ? 'o' : 'x'
  },
  'GET /api/advice': async (request) => {
    const query = `branch=${scene.branchId}&month=${scene.month}`
    const answer = await request.get(`/api/advice?${query}`)
    if (isRefused(answer)) return '-'
    const text = await answer.text()
    expect(text).toContain(scene.ownReport)
    const isWhole = text.includes(scene.said)
    expect(text.includes(scene.othersReport)).toBe(isWhole)
    return isWhole ? 'x' : 'o'
  },
  'GET /api/record': async (request) => {
    const answer = await request.get(`/api/record?branch=${scene.branchId}&month=${scene.month}`)
    if (isRefused(answer)) return '-'
    const { records, committee } = (await answer.json()) as Record<string, unknown[]>
    expect(records).toMatchObject([{ id: scene.record.id }])
    return committee && committee.length > 0 ? 'x' : 'o'
  },
  'GET /api/record/since': async (request) => {
    const query = `branch=${scene.branchId}&month=${scene.month}&seq=1`
    return isRefused(await request.get(`/api/record/since?${query}`)) ? '-' : 'x'
  },
  'POST /api/record': async (request) => answered(await request.post('/api/record', { data: {} })),
  'POST /api/record/confirm': async (request) =>
    answered(await request.post('/api/record/confirm', { data: {} })),
  'GET /api/late': async (request) => {
    const answer = await request.get(`/api/late?branch=${scene.branchId}&month=${scene.month}`)
    return isRefused(answer) ? '-' : 'x'
  },
  'GET /api/papers/[record]': async (request) => {
    const answer = await request.get(`/api/papers/${scene.record.id}.json`)
    return isRefused(answer) ? '-' : 'x'
  },
  'GET /api/papers/[record]/[file]': async (request) => {
    const answer = await request.get(`/api/papers/${scene.record.id}/tasks.xlsx`)
    return isRefused(answer) ? '-' : 'x'
  },
  'GET /api/papers/archive': async (request) => {
    const query = `commune=${scene.communeId}&month=${scene.month}`
    return isRefused(await request.get(`/api/papers/archive?${query}`)) ? '-' : 'x'
  },
  'GET /api/papers/commune': async (request) => {
    const query = `commune=${scene.communeId}&month=${scene.month}`
    return isRefused(await request.get(`/api/papers/commune?${query}`)) ? '-' : 'x'
  },
  'POST /api/advice': async (request) => {
    const answer = await request.post('/api/advice', { data: { acts: [] } })
    return isRefused(answer) ? '-' : 'o'
  },
}

/** Somebody is told what is wrong with nothing; nobody is turned away before it is looked at. */
function answered(answer: APIResponse): Passage {
  expect(answer.status()).toBeLessThan(500)
  return answer.status() === 401 ? '-' : 'o'
}

/** A door for everybody answers everybody, if only that what was sent is nothing. */
function open(answer: APIResponse): Passage {
  return [403, 404, 405].includes(answer.status()) ? '-' : 'x'
}

test('[Q19] routes', async ({ browser, baseURL, signIn }) => {
  const requests = await enter(browser, baseURL ?? '', signIn)
  await compare(routes, requests, (route, request, asker) => {
    const attempt = asked[route]
    if (!attempt) throw new Error(`no attempt at ${route}`)
    return attempt(request, asker)
  })
})

test('[Q19] server actions, called by hand', async ({ browser, baseURL, signIn }) => {
  const known = await readServerActions()
  expect(known.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort())
  const args: Readonly<Record<string, readonly unknown[]>> = {
    chooseLanguage: ['vi'],
    chooseTheme: ['light'],
    enter: ['form'],
    enterWithoutScript: [null, 'form'],
    leave: [],
    changePassword: ['form'],
    changePasswordWithoutScript: [null, 'form'],
    setFirstPassword: [null, 'form'],
    changeEmail: ['form'],
    endOthers: [],
    saveReason: [scene.memberId, null],
    saveRules: [scene.communeId, 'form'],
  }
  const attempt = async (name: string, request: APIRequestContext, asker: Asker) => {
    const action = known.find((each) => each.name === name)
    const sent = args[name]
    if (!action || !sent) throw new Error(`no attempt at ${name}`)
    const answer = await callAction(request, { ...action, page: addressOf(action.page) }, sent)
    // An action answers with what came of it, or leads elsewhere; anything else was no action.
    const { 'x-action-redirect': to, 'content-type': type } = answer.headers()
    const isAnswered = answer.status() === 200 && type?.includes('text/x-component') === true
    const isLed = [200, 303].includes(answer.status()) && to !== undefined
    const said = `${name}, ${asker}: ${answer.status()} ${type} ${to}`
    expect(isAnswered || isLed, said).toBe(true)
    const isTurnedAway = name !== 'leave' && to?.startsWith('/sign-in') === true
    if (isTurnedAway || /"code":"(noRight|signInRequired)"/.test(await answer.text())) return '-'
    const passage = actions[name]?.[asker] ?? '-'
    // None of them names anybody else: what passes does so for everybody alike.
    return passage === '-' ? 'x' : passage
  }
  // Leaving ends the session; it is tried last.
  const { leave, ...others } = actions
  await compare(
    { ...others, ...(leave && { leave }) },
    await enter(browser, baseURL ?? '', signIn),
    attempt,
  )
})

test('[Q16] [Q19] what a cadre writes by hand changes nothing', async ({
  browser,
  baseURL,
  signIn,
  database,
}) => {
  const url = baseURL ?? ''
  const context = await browser.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  await signIn(context, usernames.cadre)
  const { request } = context
  const before = await everything(database)

  const acts = handMadeActs(scene)
  const answer = await request.post('/api/advice', { data: { acts } })
  const { answers } = (await answer.json()) as { answers: { code?: string }[] }
  expect(answers.map(({ code }) => code)).toEqual([
    'noRight',
    'noRight',
    'badInput',
    'unknownAdvice',
    'noRight',
    'noRight',
    'noRight',
    'badInput',
  ])
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const refused = await request.fetch('/api/advice', { method, data: { acts } })
    expect(refused.status()).toBe(405)
  }
  const foreign = await request.post('/api/advice', {
    headers: { origin: 'https://example.org' },
    data: { acts },
  })
  expect(foreign.status()).toBe(403)
  const huge = await request.post('/api/advice', { data: 'x'.repeat(1_100_000) })
  expect(huge.status()).toBe(413)

  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await writeByHand(scene, url, { cookie, origin: url })).toEqual({
    own: 'refused',
    strange: closeCode.noRight,
  })
  expect(await everything(database)).toEqual(before)
  await context.close()
})
