// One server in production for all specs; they find it through the environment.
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { openInstalledDatabase } from '#server/db/installed-database.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'
import { runServer } from './run-server.ts'

export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataFolder = await temporaryFolder('banviec-e2e-')
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
