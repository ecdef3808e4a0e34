import 'server-only'
import type { Prisma } from '../../db/generated/client.ts'

interface NamedPerson {
  id: string
  fullName: string
}

/** Names of people by id, for columns that keep no relation; an id of nobody has no name. */
export async function readNames(
  prisma: Prisma.TransactionClient,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string) => NamedPerson> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const select = { id: true, fullName: true }
  const rows =
    wanted.length > 0 ? await prisma.person.findMany({ where: { id: { in: wanted } }, select }) : []
  return (id) => rows.find((row) => row.id === id) ?? { id, fullName: '' }
}
