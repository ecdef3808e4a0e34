import 'server-only'
import type { Database } from '../db/database.ts'
import type { RecordName } from '../records/records-of-month.ts'
import type { Asker } from './seen-branch.ts'

/**
 * Writes down that a record's paper or file is given to somebody who is not of its branch, before it is given: who, which
 * record, as what, and nothing of what it says. Those of the branch print their own without a line (SPEC F96).
 */
export async function auditPaper(
  database: Database,
  asker: Asker,
  record: RecordName,
  file: string,
): Promise<void> {
  if (!isOfBranch(asker, record.branchId)) await auditPapers(database, asker, [record], file)
}

/** A line for each of these records, whoever it is: all of them or none. */
export async function auditPapers(
  { prisma }: Database,
  { personId }: Asker,
  records: readonly RecordName[],
  file: string,
): Promise<void> {
  await prisma.auditEntry.createMany({
    data: records.map(({ id, planId, month, version }) => ({
      personId,
      planId,
      what: 'papers',
      detail: { recordId: id, month, version, file },
    })),
  })
}

/** A cadre follows a branch from outside, and the office is the commune's. */
function isOfBranch({ grants }: Asker, branchId: string): boolean {
  return grants.some(({ role, unitId }) => unitId === branchId && role !== 'cadre')
}
