// One server in production for all specs; they find it through the environment.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openInstalledDatabase } from '#server/db/installed-database.ts'
import { runServer } from './run-server.ts'

export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'banviec-e2e-'))
  const samplePassword = randomBytes(12).toString('base64url')
  const server = await runServer({ dataFolder, samplePassword })
  const { url } = await openInstalledDatabase({ url: undefined, dataFolder })
  Object.assign(process.env, {
    E2E_URL: server.url,
    E2E_DATABASE_URL: url,
    E2E_DATA_DIR: dataFolder,
    E2E_SAMPLE_PASSWORD: samplePassword,
  })
  return async () => {
    await server.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
