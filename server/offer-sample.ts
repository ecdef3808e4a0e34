// Fills a new embedded database with the sample commune, and says at each start how to sign in to it.
import path from 'node:path'
import { sampleUsernames } from './auth/sample-people.ts'
import type { Database } from './db/database.ts'
import { say } from './diagnostics.ts'
import type { Env } from './env.ts'
import { keptPassword } from './kept-secret.ts'
import { loadSample } from './roster/load-sample.ts'

/** Does nothing with SAMPLE=off, and never touches a database that holds anything of its own. */
export async function offerSample(database: Database, env: Env, root: string): Promise<void> {
  if (env.SAMPLE === 'off') return
  const dataFolder = path.resolve(env.DATA_DIR)
  const password = await keptPassword(dataFolder, 'sample-password', env.SAMPLE_PASSWORD)
  const folder = path.join(root, 'prisma/sample')
  if (!(await loadSample(database, { folder, password }))) return
  say(`Dữ liệu mẫu xã Na Tông. Tên đăng nhập (sample sign-ins): ${sampleUsernames().join(', ')}`)
  say(`Mật khẩu (password): ${password}`)
}
