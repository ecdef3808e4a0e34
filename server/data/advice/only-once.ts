import 'server-only'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../../db/database.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Speaker } from './turn.ts'

/** Did this person do this act before? Throws `badInput` when its id is somebody else's act. */
export async function isDone(
  { prisma }: Pick<Database, 'prisma'>,
  { personId }: Speaker,
  actId: string,
): Promise<boolean> {
  const done = await prisma.adviceAct.findUnique({ where: { id: actId } })
  if (done && done.personId !== personId) throw new DomainError('badInput', { field: 'id' })
  return done !== null
}

/**
 * Runs `work` in a transaction that also keeps the act's id, so that whoever sends the act again, because the answer
 * was lost or from a second tab at the same moment, changes nothing. Only what was done is kept: a refused act may
 * be sent again and is judged anew.
 */
export async function onlyOnce(
  database: Pick<Database, 'prisma'>,
  speaker: Speaker,
  actId: string,
  work: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  const attempt = () =>
    database.prisma.$transaction(async (tx) => {
      const { count } = await tx.adviceAct.createMany({
        data: { id: actId, personId: speaker.personId, answer: { id: actId, ok: true } },
        skipDuplicates: true,
      })
      if (count === 0) await isDone({ prisma: tx as Database['prisma'] }, speaker, actId)
      else await work(tx)
    }, patience)
  try {
    await attempt()
  } catch (error) {
    // Two transactions that waited for each other: the database ended this one, and the other is through.
    if (!isDeadlock(error)) throw error
    await attempt()
  }
}

/** In milliseconds: for a connection of the pool, and for everything after it. */
const patience = { maxWait: 5_000, timeout: 8_000 } as const

function isDeadlock(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'
}
