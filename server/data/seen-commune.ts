import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { can } from '#domain/rights.ts'
import type { Database } from '../db/database.ts'
import type { Asker } from './seen-branch.ts'

/** The commune, for its office: nobody else sees one as a whole. Throws `unknownUnit` and `noRight`. */
export async function seenCommune(
  database: Database,
  { grants }: Pick<Asker, 'grants'>,
  id: string,
): Promise<{ id: string; name: string }> {
  if (!can(grants, 'commune.settings', { unitId: id, above: [] })) throw new DomainError('noRight')
  const unit = await database.prisma.orgUnit.findUnique({
    where: { id },
    select: { id: true, name: true },
  })
  if (!unit) throw new DomainError('unknownUnit')
  return unit
}
