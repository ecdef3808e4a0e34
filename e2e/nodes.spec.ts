// Two whole servers on one PostgreSQL are one: the same people, the same plans, and nothing lost when one dies.
import { request } from '@playwright/test'
import { monthAt, shiftMonth } from '#domain/months.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { closeCode } from '#domain/wire.ts'
import { addPerson } from '#server/auth/add-person.ts'
import { foldInto, openPlanDoc } from '#server/log/fold-rows.ts'
import { loadPlan } from '#server/log/load-plan.ts'
import { expect, test } from './fixtures.ts'
import { type NodePair, openNodePair, signInAt } from './node-pair.ts'
import { lettersIn, openTypist, type Typist, textOf, timeOfMove } from './typist.ts'

for (const notify of ['on', 'off'] as const) {
  test.describe(`two whole servers, NOTIFY ${notify}`, () => {
    test.describe.configure({ mode: 'serial', timeout: 180_000 })
    let pair: NodePair
    const typists: Typist[] = []

    test.beforeAll(async () => {
      test.setTimeout(120_000)
      pair = await openNodePair({ NOTIFY: notify })
    })
    test.afterEach(() => {
      for (const typist of typists.splice(0)) typist.leave()
    })
    test.afterAll(() => pair.close())

    /** Somebody at one of the two, who signed in at the other. */
    async function sit(node: 0 | 1, username: string, letter: string, month?: string) {
      const cookie = await signInAt(pair.nodes[node === 0 ? 1 : 0].url, username, pair.password)
      const at = { ...pair.nodes[node].at }
      const typist = openTypist(at, pair.roomOf(month), cookie, letter)
      typists.push(typist)
      return { typist, at, cookie }
    }

    async function allSaved(): Promise<void> {
      await expect.poll(() => typists.every(({ client }) => client.isSaved())).toBe(true)
    }

    function planIdOf(month = monthAt(Date.now())): Promise<string> {
      const where = { branchId_month: { branchId: pair.branchId, month } }
      return pair.database.prisma.plan.findUniqueOrThrow({ where }).then(({ id }) => id)
    }

    /** Everyone's document and the log's are one, and each letter that was typed stands in it once. */
    async function expectOnePlan(month?: string): Promise<void> {
      await allSaved()
      const stored = (await loadPlan(pair.database.pool, await planIdOf(month))).doc
      for (const { client, letter, typed } of typists) {
        await expect.poll(() => textOf(client.doc)).toBe(textOf(stored))
        await expect.poll(() => readPlan(client.doc)).toEqual(readPlan(stored))
        expect(lettersIn(stored, letter)).toBe(typed())
        expect(client.refused).toEqual([])
      }
    }

    test('were started at once on an empty database, and know each other’s sign-ins', async () => {
      for (const [here, there] of [pair.nodes, pair.nodes.toReversed()]) {
        const cookie = await signInAt(here?.url ?? '', 'bithu', pair.password)
        const asked = await request.newContext({ extraHTTPHeaders: { cookie } })
        const answer = await asked.get(`${there?.url}/api/plans`)
        expect(answer.status()).toBe(200)
        expect(await answer.text()).toContain(pair.branchId)
        await asked.dispose()
      }
      const applied = pair.nodes.map((node) => node.output().split('migration').length - 1)
      expect(Math.min(...applied)).toBe(0)
    })

    test('[C5] begin a month once when both are asked for it at the same moment', async () => {
      const month = shiftMonth(monthAt(Date.now()), 2)
      const cookies = await Promise.all(
        ['bithu', 'chiuy'].map((name) => signInAt(pair.nodes[0].url, name, pair.password)),
      )
      for (const [index, cookie] of [...cookies, ...cookies].entries()) {
        const node = pair.nodes[index < 2 ? index : 3 - index] ?? pair.nodes[0]
        typists.push(openTypist(node.at, pair.roomOf(month), cookie, 'αβγδ'[index] ?? ''))
      }
      await expectOnePlan(month)
      const planId = await planIdOf(month)
      const rows = await pair.database.prisma.planUpdate.findMany({ where: { planId } })
      expect(rows.map(({ seq }) => seq)).toEqual([1n])
    })

    test('[S9] show one plan: each sees what the other does, and both may type at once', async () => {
      const { typist: one } = await sit(0, 'bithu', 'α')
      const { typist: other } = await sit(1, 'chiuy', 'β')
      await allSaved()
      const times: number[] = []
      for (let n = 0; n < 10; n += 1) {
        times.push(await timeOfMove(one, other), await timeOfMove(other, one))
      }
      for (const typist of typists) typist.begin()
      await expect.poll(() => one.typed() > 100 && other.typed() > 100).toBe(true)
      for (const typist of typists) typist.stop()
      await expectOnePlan()
      const sorted = times.toSorted((a, b) => a - b).map(Math.round)
      process.stdout.write(
        `from node to node, NOTIFY ${notify}: median ${sorted[10]} ms, most ${sorted.at(-1)} ms\n`,
      )
    })

    test('[W8] close a socket on the one when its right is taken away through the other', async () => {
      const role = { role: 'committee', unitId: pair.branchId } as const
      const username = `bo${notify}`
      const { personId } = await addPerson(pair.database, {
        username,
        fullName: 'Lò Thị Bỏ',
        password: pair.password,
        mustChangePassword: false,
        memberId: null,
        grants: [role],
      })
      const { typist: leaving, cookie } = await sit(1, username, 'ε')
      await allSaved()
      leaving.begin()
      await expect.poll(() => leaving.calledSaved()).toBeGreaterThan(5)
      // Their sign-in is at node one; so is their sign-out, while the socket is at node two.
      const gone = await signOutAt(pair.nodes[0].url, cookie)
      await expect.poll(() => leaving.client.closes.at(-1)).toBe(closeCode.signInAgain)
      process.stdout.write(
        `signed out at the other node, NOTIFY ${notify}: closed after ${Date.now() - gone} ms\n`,
      )
      leaving.stop()

      const { typist: demoted } = await sit(0, username, 'ζ')
      await expect.poll(() => demoted.client.isSaved()).toBe(true)
      demoted.begin()
      await expect.poll(() => demoted.calledSaved()).toBeGreaterThan(5)
      await pair.database.prisma.role.deleteMany({ where: { personId } })
      const rowsOf = () => pair.database.prisma.planUpdate.count({ where: { author: personId } })
      const rows = await rowsOf()
      await expect.poll(() => demoted.client.closes.at(-1)).toBe(closeCode.noRight)
      expect(await rowsOf()).toBe(rows)
    })

    test('[S4] take a snapshot at the same moment, and keep a sound one', async () => {
      const { typist: one } = await sit(0, 'bithu', 'η')
      const { typist: other } = await sit(1, 'phobithu', 'θ')
      await allSaved()
      const planId = await planIdOf()
      const snapshots = () => pair.database.prisma.planSnapshot.findMany({ where: { planId } })
      const before = new Set((await snapshots()).map(({ seq }) => seq))
      // Each node counts what either wrote, so both want one at the same row.
      for (let n = 0; n < 4; n += 1) (n % 2 === 0 ? one : other).paste('văn bản '.repeat(37_500))
      const isNew = async () => (await snapshots()).some(({ seq }) => !before.has(seq))
      await expect.poll(isNew, { timeout: 20_000 }).toBe(true)
      await allSaved()
      const { prisma, pool } = pair.database
      const rows = await prisma.planUpdate.findMany({ where: { planId }, orderBy: { seq: 'asc' } })
      const alone = openPlanDoc()
      foldInto(
        alone,
        rows.map(({ data }) => data),
      )
      const loaded = await loadPlan(pool, planId)
      expect(readPlan(loaded.doc)).toEqual(readPlan(alone))
      expect(textOf(loaded.doc)).toBe(textOf(alone))
      expect((await snapshots()).length).toBeLessThanOrEqual(2)
      for (const node of pair.nodes) expect(node.output()).not.toContain('snapshot')
    })

    test('[S10] lose nothing when one is killed: its people go on at the other, and back again', async () => {
      const month = shiftMonth(monthAt(Date.now()), 1)
      const { typist: one, at } = await sit(0, 'bithu', 'ι', month)
      const { typist: two, at: at2 } = await sit(0, 'phobithu', 'κ', month)
      const { typist: there } = await sit(1, 'chiuy', 'λ', month)
      await allSaved()
      for (const typist of typists) typist.begin()
      await expect.poll(() => typists.every((typist) => typist.calledSaved() > 20)).toBe(true)

      await pair.nodes[0].kill()
      // Before it is read: the third goes on meanwhile.
      const called = typists.map((typist) => typist.calledSaved())
      const stored = (await loadPlan(pair.database.pool, await planIdOf(month))).doc
      for (const [index, { letter }] of typists.entries()) {
        expect(lettersIn(stored, letter)).toBeGreaterThanOrEqual(called[index] ?? 0)
      }
      for (const moved of [at, at2]) Object.assign(moved, pair.nodes[1].at)
      for (const { client } of [one, two]) client.provider.serverUrl = pair.nodes[1].at.url
      const typedThen = typists.map((typist) => typist.typed())
      await expect
        .poll(() => typists.every((each, index) => each.calledSaved() > (typedThen[index] ?? 0)))
        .toBe(true)

      await pair.nodes[0].start()
      const { typist: back } = await sit(0, 'bithu', 'μ', month)
      await expect.poll(() => back.client.isSaved()).toBe(true)
      back.begin()
      await expect.poll(() => back.calledSaved()).toBeGreaterThan(20)
      for (const typist of typists) typist.stop()
      await expectOnePlan(month)
      expect(there.client.closes).toEqual([])
      expect(assignmentsOf(one.client.doc).size).toBe(assignmentsOf(back.client.doc).size)
    })
  })
}

/** Gives the time at which the answer was there. */
async function signOutAt(url: string, cookie: string): Promise<number> {
  const browser = await request.newContext({ extraHTTPHeaders: { cookie, origin: url } })
  const { csrfToken } = (await (await browser.get(`${url}/api/auth/csrf`)).json()) as {
    csrfToken: string
  }
  const answer = await browser.post(`${url}/api/auth/signout`, {
    form: { csrfToken, json: 'true' },
  })
  expect(answer.status()).toBe(200)
  await browser.dispose()
  return Date.now()
}
