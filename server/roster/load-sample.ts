import path from 'node:path'
import { addSamplePeople, sampleUsernames } from '../auth/sample-people.ts'
import type { Database } from '../db/database.ts'
import { importRoster } from './import-roster.ts'

const sampleCommune = 'xã Na Tông'

export interface SampleOptions {
  /** Where the sample's lists lie: `prisma/sample`. */
  folder: string
  /** Of all seven people of the sample. */
  password: string
}

/**
 * Loads the sample commune and its people into a database that holds no unit; a start that was cut short is
 * made good by the next. A database that holds anything of its own is left alone. True when the database is
 * the sample's.
 */
export async function loadSample(database: Database, options: SampleOptions): Promise<boolean> {
  const { folder, password } = options
  const communes = await database.prisma.orgUnit.findMany({
    where: { parentId: null },
    select: { name: true },
  })
  if (communes.length === 0) {
    await importRoster(database, {
      commune: sampleCommune,
      members: path.join(folder, 'dang-vien.csv'),
      households: path.join(folder, 'ho-gia-dinh.csv'),
    })
  } else if (communes.some(({ name }) => name !== sampleCommune)) return false
  const strangers = await database.prisma.person.count({
    where: { username: { notIn: sampleUsernames() } },
  })
  if (communes.length > 0 && strangers > 0) return true
  await addSamplePeople(database, { commune: sampleCommune, password })
  return true
}
