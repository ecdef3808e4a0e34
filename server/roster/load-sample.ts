import path from 'node:path'
import type { Database } from '../db/database.ts'
import { importRoster } from './import-roster.ts'
import type { RosterReport } from './roster-report.ts'

export const sampleCommune = 'xã Na Tông'

/**
 * Loads the lists of the sample commune from a folder (`prisma/sample`) into a database that has no unit yet;
 * null, and nothing changed, when it has one.
 */
export async function loadSampleRoster(
  database: Database,
  folder: string,
): Promise<RosterReport | null> {
  if ((await database.prisma.orgUnit.count()) > 0) return null
  return importRoster(database, {
    commune: sampleCommune,
    members: path.join(folder, 'dang-vien.csv'),
    households: path.join(folder, 'ho-gia-dinh.csv'),
  })
}
