import { DomainError } from '#domain/errors.ts'
import type { Database } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { announceRoster } from './announce-roster.ts'
import { cleanCell } from './clean-cell.ts'
import { nameKey } from './name-key.ts'

export interface RenameOrder {
  from: string
  to: string
  /** Needed when units of several communes have the name. */
  commune?: string | undefined
}

/**
 * Gives a commune or branch another name and remembers the former one: old papers keep it, and lists that still
 * use it go on matching. Throws `unknownUnit`, and `badInput` for a name that several units have, that its
 * neighbour has already, or that is none.
 */
export async function renameUnit(database: Database, order: RenameOrder): Promise<void> {
  const to = cleanCell(order.to)
  if (to === '' || to.length > 120) throw new DomainError('badInput', { field: '--to' })
  await database.prisma.$transaction(async (tx) => {
    const unit = await findUnit(tx, order)
    if (unit.name === to) throw new DomainError('badInput', { field: '--to' })
    const siblings = await tx.orgUnit.findMany({
      where: { parentId: unit.parentId, id: { not: unit.id } },
      select: { name: true },
    })
    if (siblings.some(({ name }) => nameKey(name) === nameKey(to))) {
      throw new DomainError('badInput', { field: '--to' })
    }
    await tx.orgUnit.update({ where: { id: unit.id }, data: { name: to } })
    await tx.unitSuccession.create({
      data: { predecessorId: unit.id, successorId: unit.id, formerName: unit.name },
    })
    await announceRoster(tx, await branchesUnder(tx, unit.id))
  })
}

async function findUnit(tx: Prisma.TransactionClient, { from, commune }: RenameOrder) {
  const units = await tx.orgUnit.findMany({
    where: { validTo: null },
    select: { id: true, name: true, parentId: true, parent: { select: { name: true } } },
  })
  const found = units.filter(
    ({ name, parent }) =>
      nameKey(name) === nameKey(from) &&
      (commune === undefined || nameKey(parent?.name ?? '') === nameKey(commune)),
  )
  const [unit, other] = found
  if (!unit) throw new DomainError('unknownUnit')
  if (other) throw new DomainError('badInput', { field: '--commune' })
  return unit
}

async function branchesUnder(tx: Prisma.TransactionClient, unitId: string): Promise<string[]> {
  const below = await tx.$queryRaw<{ id: string }[]>`
    with recursive below(id, kind) as (
      select id, kind from org_unit where id = ${unitId}::uuid
      union
      select u.id, u.kind from org_unit u join below b on u.parent_id = b.id)
    select id from below where kind = 'branch'`
  return below.map(({ id }) => id)
}
