// People at browsers: what every spec starts from.
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { monthAt, shiftMonth } from '#domain/months.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { addPerson } from '#server/auth/add-person.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'
import { freePort } from './free-port.ts'
import { type RunningServer, runServer } from './run-server.ts'

export { expect }

export interface NewPersonSetting {
  readonly role: RoleName
  /** The unit's name; Na Tông 1 when not said, some commune for the office. */
  readonly unit?: string
  readonly mustChangePassword?: boolean
}

export interface MadePerson {
  readonly personId: string
  readonly username: string
  readonly password: string
  readonly fullName: string
}

/** A server of a spec's own, to be killed and started again. */
export interface OwnServer {
  readonly url: string
  kill(): Promise<void>
  /** At the same address, with the same data. */
  restart(): Promise<void>
}

interface Fixtures {
  /** Signs a page's or context's person in, without the screen. Sample people and those of `newPerson`. */
  signIn: (at: Page | BrowserContext, username: string) => Promise<void>
  /** One page per name, each in a browser context of its own and signed in. */
  openAs: (usernames: readonly string[]) => Promise<Page[]>
  /** A person nobody else's spec knows. */
  newPerson: (setting: NewPersonSetting) => Promise<MadePerson>
  /**
   * A month of this person's first branch that nobody else uses and no earlier plan precedes, so that it
   * begins empty. With `count`, the first of so many months in a row.
   */
  freshMonth: (username: string, count?: number) => Promise<string>
  /** The id of this person's first branch, as it stands in addresses. */
  branchOf: (username: string) => Promise<string>
  ownServer: OwnServer
}

interface WorkerFixtures {
  database: Database
}

const passwords = new Map<string, string>()

export const test = base.extend<Fixtures, WorkerFixtures>({
  baseURL: async ({ browserName: _ }, use) => use(setting('E2E_URL')),

  database: [
    async ({ browserName: _ }, use) => {
      const database = openDatabase(setting('E2E_DATABASE_URL'))
      await use(database)
      await database.close()
    },
    { scope: 'worker' },
  ],

  signIn: async ({ baseURL }, use) => {
    await use((at, username) => signIn(at, username, baseURL ?? ''))
  },

  openAs: async ({ browser, baseURL, contextOptions }, use) => {
    const opened: BrowserContext[] = []
    await use(async (usernames) => {
      const pages: Page[] = []
      for (const username of usernames) {
        const context = await browser.newContext({ ...contextOptions, baseURL: baseURL ?? '' })
        opened.push(context)
        await signIn(context, username, baseURL ?? '')
        pages.push(await context.newPage())
      }
      return pages
    })
    await Promise.all(opened.map((context) => context.close()))
  },

  newPerson: async ({ database }, use) => {
    await use((wanted) => makePerson(database, wanted))
  },

  branchOf: async ({ database }, use) => {
    await use((username) => branchOf(database, username))
  },

  freshMonth: async ({ database }, use) => {
    await use(async (username, count = 1) => takeMonths(await branchOf(database, username), count))
  },

  ownServer: async ({ browserName: _ }, use) => {
    const dataFolder = await temporaryFolder('banviec-own-')
    const start = {
      dataFolder,
      samplePassword: setting('E2E_SAMPLE_PASSWORD'),
      port: await freePort(),
    }
    let server: RunningServer = await runServer(start)
    await use({
      url: server.url,
      kill: () => server.kill(),
      restart: async () => {
        server = await runServer(start)
      },
    })
    await server.stop()
    await rm(dataFolder, { recursive: true, force: true })
  },
})

function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is set by e2e/global-setup.ts`)
  return value
}

async function signIn(at: Page | BrowserContext, username: string, url: string): Promise<void> {
  const { request } = at
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as {
    csrfToken: string
  }
  const password = passwords.get(username) ?? setting('E2E_SAMPLE_PASSWORD')
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    headers: { origin: url },
    form: { username, password, csrfToken, json: 'true' },
  })
  expect(answer.ok(), `${username} signs in: ${answer.status()}`).toBe(true)
}

let made = 0

async function makePerson(database: Database, wanted: NewPersonSetting): Promise<MadePerson> {
  made += 1
  const username = `nguoi${process.pid}x${made}`
  const password = `gậy tre ${username}`
  const fullName = `Lò Văn Thử ${process.pid}.${made}`
  const unit = await database.prisma.orgUnit.findFirstOrThrow({
    where:
      wanted.role === 'office'
        ? { kind: 'commune', ...(wanted.unit === undefined ? {} : { name: wanted.unit }) }
        : { name: wanted.unit ?? sampleBranch },
  })
  const { personId } = await addPerson(database, {
    username,
    fullName,
    password,
    mustChangePassword: wanted.mustChangePassword ?? false,
    memberId: null,
    grants: [{ role: wanted.role, unitId: unit.id }],
  })
  passwords.set(username, password)
  return { personId, username, password, fullName }
}

const sampleBranch = 'Chi bộ bản Na Tông 1'

async function branchOf(database: Database, username: string): Promise<string> {
  const role = await database.prisma.role.findFirstOrThrow({
    where: { person: { username }, unit: { kind: 'branch' } },
    orderBy: { unit: { name: 'asc' } },
  })
  return role.unitId
}

/**
 * Backwards, for a plan begins with what the branch's latest earlier one left over; from two months ago to a
 * year, the furthest that a plan is opened.
 */
async function takeMonths(branchId: string, count: number): Promise<string> {
  const taken = path.join(setting('E2E_DATA_DIR'), 'months')
  await mkdir(taken, { recursive: true })
  let inRow = 0
  for (let back = 2; back <= 12; back += 1) {
    const month = shiftMonth(monthAt(Date.now()), -back)
    const mine = await mkdir(path.join(taken, `${branchId}.${month}`)).then(
      () => true,
      () => false,
    )
    inRow = mine ? inRow + 1 : 0
    if (inRow === count) return month
  }
  throw new Error('no month of this branch is left: take a branch of your own (copied-branch.ts)')
}
