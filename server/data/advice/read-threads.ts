import 'server-only'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { advicePlaceSchema } from '#domain/advice/advice-place.ts'
import type { CommentView, ProposalView, ThreadView } from '#domain/advice/advice-view.ts'
import { proposedChangeSchema } from '#domain/advice/proposed-change.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { type PlanPerson, personView } from './plan-people.ts'
import { readNames } from './read-names.ts'

/** Which rows of a plan are wanted, and who is who there. */
export interface Wanted {
  planId: string
  since: bigint
  people: readonly PlanPerson[]
}

const person = { select: { id: true, fullName: true } }
const whole = {
  author: person,
  comments: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { author: person, mentions: { include: { person } } },
  },
  proposal: true,
} satisfies Prisma.ThreadInclude

type ThreadRow = Prisma.ThreadGetPayload<{ include: typeof whole }>
type Named = (personId: string) => { id: string; fullName: string }

/** The threads that changed since a revision, oldest first. */
export async function readThreads(
  prisma: Prisma.TransactionClient,
  { planId, since, people }: Wanted,
): Promise<ThreadView[]> {
  const rows = await prisma.thread.findMany({
    where: { planId, rev: { gt: since } },
    include: whole,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const named = await readNames(
    prisma,
    rows.flatMap((row) => [row.resolvedBy, row.proposal?.settledBy]),
  )
  const views = rows.map((row) => threadView(row, people, named))
  const isThere = ({ comments, proposal }: ThreadView) => comments.length > 0 || proposal !== null
  return since === 0n ? views.filter(isThere) : views
}

function threadView(row: ThreadRow, people: readonly PlanPerson[], named: Named): ThreadView {
  const resolvedBy = row.resolvedAt && row.resolvedBy
  return {
    id: row.id,
    place: placeOf(row),
    anchor: row.anchor && Buffer.from(row.anchor).toString('base64'),
    epoch: row.epoch,
    author: personView(people, row.author),
    at: row.createdAt.toISOString(),
    resolved:
      row.resolvedAt && resolvedBy
        ? { by: personView(people, named(resolvedBy)), at: row.resolvedAt.toISOString() }
        : null,
    comments: standing(row.comments).map((comment) => commentView(comment, people)),
    proposal: row.proposal && proposalView(row.proposal, people, named),
    rev: Number(row.rev),
  }
}

/** A deleted comment stays only while a later one answers it. */
function standing(comments: ThreadRow['comments']): ThreadRow['comments'] {
  const last = comments.findLastIndex(({ deletedAt }) => deletedAt === null)
  return comments.slice(0, last + 1)
}

function commentView(
  row: ThreadRow['comments'][number],
  people: readonly PlanPerson[],
): CommentView {
  return {
    id: row.id,
    author: personView(people, row.author),
    at: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    isDeleted: row.deletedAt !== null,
    body: row.body,
    mentions: row.mentions.map((mention) => personView(people, mention.person)),
  }
}

/** Null for a change in words that are no longer understood: the thread's comments are shown without it. */
function proposalView(
  row: NonNullable<ThreadRow['proposal']>,
  people: readonly PlanPerson[],
  named: Named,
): ProposalView | null {
  const change = proposedChangeSchema.safeParse(row.change)
  if (!change.success) return null
  return {
    change: change.data,
    state: row.state,
    settled:
      row.settledAt && row.settledBy
        ? { by: personView(people, named(row.settledBy)), at: row.settledAt.toISOString() }
        : null,
  }
}

function placeOf(row: ThreadRow): AdvicePlace {
  const { placeKind: kind, placeId: id, part, quote, prefix, suffix, occurrence } = row
  if (kind === 'plan') return { kind }
  return advicePlaceSchema.parse(
    kind === 'passage' ? { kind, part, quote, prefix, suffix, occurrence } : { kind, id },
  )
}
