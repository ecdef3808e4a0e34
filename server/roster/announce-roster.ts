import { announce } from '../db/announce.ts'
import type { Prisma } from '../db/generated/client.ts'

/** Open boards of these branches read their roster again, once this transaction is committed. */
export async function announceRoster(
  tx: Prisma.TransactionClient,
  branchIds: readonly string[],
): Promise<void> {
  const client = {
    query: (text: string, values: unknown[]) => tx.$executeRawUnsafe(text, ...values),
  }
  await announce(client, { kind: 'changed', what: 'roster', branchIds: [...branchIds] })
}
