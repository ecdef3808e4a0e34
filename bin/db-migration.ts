// npm run db:migration -- <name>: writes the next migration from the edited schema, for a person to read and commit.
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCluster } from '#server/db/cluster.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'
import { writeMigration } from '#server/db/write-migration.ts'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) {
  process.stderr.write('npm run db:migration -- <name>: a name of small letters, digits and _\n')
  process.exit(1)
}

const folder = await temporaryFolder('banviec-diff-')
const reachable = path.join(tmpdir(), 'ban-viec')
const cluster = await openCluster({ folder, reachable, fsync: false })
try {
  const prisma = fileURLToPath(new URL('../prisma', import.meta.url))
  const written = await writeMigration(prisma, name, cluster.url('postgres'))
  process.stdout.write(
    written === null
      ? 'The schema has not changed.\n'
      : `prisma/migrations/${written}/migration.sql\n`,
  )
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
