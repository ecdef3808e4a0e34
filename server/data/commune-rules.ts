import 'server-only'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import {
  type CommuneRules,
  checkKinds,
  defaultRules,
  readRules,
  weights,
} from '#domain/record/commune-rules.ts'
import { announce } from '../db/announce.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { requireActor } from './current-actor.ts'
import type { Asker } from './seen-branch.ts'
import { seenCommune } from './seen-commune.ts'

/** How a commune wants its branches to finalise, and whose rules they are. */
export interface RulesOfCommune {
  commune: { id: string; name: string }
  rules: CommuneRules
}

const rulesInput = z.strictObject({
  signOffs: z.int().min(0).max(7),
  dueDay: z.int().min(1).max(28),
  weights: z.record(z.enum(checkKinds), z.enum(weights)),
})

/** Throws `noRight` and `unknownUnit`; leads to the sign-in when nobody is signed in. */
export async function readCommuneRules(communeId: string): Promise<RulesOfCommune> {
  const database = currentDatabase()
  const commune = await seenCommune(database, await requireActor(), communeId)
  const row = await database.prisma.communeRules.findUnique({ where: { communeId } })
  return { commune, rules: readRules(row) }
}

/** Sets the rules; open boards of the commune's branches are told. Throws `noRight`, `unknownUnit` and `badInput`. */
export async function setCommuneRules(communeId: string, input: unknown): Promise<void> {
  await setCommuneRulesFor(currentDatabase(), await requireActor(), communeId, input)
}

/** The same for somebody known. */
export async function setCommuneRulesFor(
  database: Database,
  asker: Asker & { personId: string },
  communeId: string,
  input: unknown,
): Promise<void> {
  await seenCommune(database, asker, communeId)
  const read = rulesInput.safeParse(input)
  if (!read.success)
    throw new DomainError('badInput', { field: String(read.error.issues[0]?.path) })
  const { signOffs, dueDay } = read.data
  // Only what differs is kept: a weight that is added later begins as by default everywhere.
  const own = checkKinds.filter((kind) => read.data.weights[kind] !== defaultRules.weights[kind])
  const rules = {
    signOffs,
    dueDay,
    weights: Object.fromEntries(own.map((kind) => [kind, read.data.weights[kind]])),
  }
  await database.prisma.$transaction(async (tx) => {
    await tx.communeRules.upsert({
      where: { communeId },
      create: { communeId, ...rules },
      update: rules,
    })
    await tx.auditEntry.create({
      data: { personId: asker.personId, what: 'rules', detail: { communeId, ...rules } },
    })
    const branches = await tx.orgUnit.findMany({
      where: { kind: 'branch', parentId: communeId },
      select: { id: true },
    })
    const client = {
      query: (text: string, values: unknown[]) => tx.$executeRawUnsafe(text, ...values),
    }
    const branchIds = branches.map(({ id }) => id)
    await announce(client, { kind: 'changed', what: 'record', branchIds })
  })
}
