// The one entry: settings -> port -> database -> sync and pages -> people may come in; and back again at the end.

import path from 'node:path'
import type { Chore } from './chore.ts'
import { openChores } from './chores.ts'
import { closeCurrentDatabase, type Database, openDatabase } from './db/database.ts'
import { type InstalledDatabase, openInstalledDatabase } from './db/installed-database.ts'
import { explainFailure, report, say } from './diagnostics.ts'
import { type Env, readStartEnv, settleEnv } from './env.ts'
import { houseAddress } from './house-address.ts'
import { type Front, openFront } from './http/front.ts'
import { keptSecret } from './kept-secret.ts'
import { openReaders } from './log/open-readers.ts'
import { mailSettings } from './mail/mail-settings.ts'
import { type OpenMail, openMail } from './mail/open-mail.ts'
import { offerSample } from './offer-sample.ts'
import { openPress } from './papers/open-press.ts'
import { openSync, type Sync } from './sync/open-sync.ts'
import { openWeb, type Web } from './web.ts'

interface House {
  front: Front
  installed: InstalledDatabase
  database: Database
  readers: ReturnType<typeof openReaders>
  chores: Chore[]
  press: ReturnType<typeof openPress>
  sync: Sync
  mail: OpenMail
  web: Web
}

/** Where the house stands, seen from here and from the bundle alike. */
const root = path.resolve(import.meta.dirname, '..')

/** Opens one thing after the other into `house`, so that whatever stands can be closed when the next fails. */
async function open(house: Partial<House>): Promise<void> {
  const given = readStartEnv()
  mailSettings(given, '')
  // The port first: a second start by mistake must not touch the database of the one that runs.
  house.front = await openFront({
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL,
    proxies: given.PROXIES,
    report: (error) => report('web', error),
  })
  const dataFolder = path.resolve(given.DATA_DIR)
  house.installed = await openInstalledDatabase({ url: given.DATABASE_URL, dataFolder })
  for (const name of house.installed.applied) say(`Cập nhật cơ sở dữ liệu (migration): ${name}`)

  const env = settleEnv({
    DATABASE_URL: house.installed.url,
    AUTH_SECRET: given.AUTH_SECRET ?? (await keptSecret(dataFolder, 'auth-secret')),
    PORT: String(house.front.port),
  })
  house.database = openDatabase(env.DATABASE_URL)
  const { database } = house
  if (house.installed.embedded) await offerSample(database, env, root)
  await admit(house, house.front, database, env)
  say(`\nBàn Việc: ${houseAddress(env)}`)
}

async function admit(
  house: Partial<House>,
  front: Front,
  database: Database,
  env: Env,
): Promise<void> {
  const dev = env.NODE_ENV === 'development'
  const sync = openSync({ database, env, listens: env.NOTIFY === 'on' })
  house.sync = sync
  const readers = openReaders()
  house.readers = readers
  house.chores = openChores(database, readers)
  house.press = openPress()
  const mail = mailSettings(env, houseAddress(env))
  if (mail) house.mail = await openMail(database, mail)
  const web = await openWeb(root, dev)
  house.web = web
  front.admit({
    page: web.handle,
    sync: (request, socket, head) => sync.handleUpgrade(request, socket, head),
    reload: dev ? web.handleUpgrade : null,
  })
}

/** People first, the database last: nobody new comes in, what was sent is finished, then everything stops. */
async function close(house: Partial<House>): Promise<void> {
  const left = house.front?.close(5000)
  await house.sync?.drain()
  await house.sync?.close()
  await left
  await house.mail?.close()
  await house.web?.close()
  await Promise.all(house.chores?.map((chore) => chore.close()) ?? [])
  await Promise.all([house.readers?.close(), house.press?.close()])
  await Promise.all([closeCurrentDatabase(), house.database?.close()])
  await house.installed?.stop()
}

async function main(): Promise<void> {
  const house: Partial<House> = {}
  let ending = false
  // A terminal signals the whole group and npm passes the same signal on: the second one is no impatience.
  const end = async (code: number) => {
    if (ending) return
    ending = true
    await close(house).catch((error: unknown) => {
      report('close', error)
      process.exitCode = 1
    })
    process.exit(process.exitCode ?? code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending) say('\nĐang dừng, xin chờ… (stopping)')
      void end(0)
    })
  }
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(bug, (error: unknown) => {
      report(bug, error)
      void end(1)
    })
  }
  try {
    await open(house)
  } catch (error) {
    explainFailure(error)
    await end(1)
  }
}

await main()
