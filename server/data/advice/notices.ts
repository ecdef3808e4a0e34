import 'server-only'
import { z } from 'zod'
import { type NoticeView, noticeNeeds } from '#domain/advice/notice-view.ts'
import { cleanLine } from '#domain/clean-text.ts'
import type { Target } from '#domain/plan-view.ts'
import { can } from '#domain/rights.ts'
import { workFields } from '#domain/vocabulary.ts'
import type { Database } from '../../db/database.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Asker } from '../seen-branch.ts'
import { seenBranches } from '../seen-branches.ts'
import { readNames } from './read-names.ts'

/** Most that one reading gives, the newest first; what is older and read has had its time. */
const most = 100
/** Characters of a comment that a notice shows. */
const firstWords = 120

const target: z.ZodType<Target> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), id: z.string() }),
  z.object({ kind: z.literal('hamlet'), id: z.string(), field: z.enum(workFields) }),
])
/** What a notice of kind `assigned` keeps: what is new for its person. */
const assignedDetail = z.object({ places: z.array(target), taskTitles: z.array(z.string()) })
/** What one of kind `signOff` keeps: who asks. */
const askedDetail = z.object({ by: z.uuid() })
const nothingAssigned = { places: [], taskTitles: [] }

const select = {
  id: true,
  kind: true,
  threadId: true,
  commentId: true,
  detail: true,
  count: true,
  updatedAt: true,
  readAt: true,
  plan: { select: { branchId: true, month: true } },
} satisfies Prisma.NoticeSelect

/**
 * The asker's notices, of branches where they may still see what a notice is about; the unread first, then the
 * newest. Read on one device they are read on all, because only the row knows.
 */
export async function noticesFor(database: Database, asker: Asker): Promise<NoticeView[]> {
  const { prisma } = database
  const branches = await seenBranches(database, asker)
  const rows = await prisma.notice.findMany({
    where: { personId: asker.personId },
    select,
    orderBy: [{ readAt: { sort: 'desc', nulls: 'first' } }, { updatedAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  const comments = await prisma.comment.findMany({
    where: { id: { in: rows.flatMap(({ commentId }) => commentId ?? []) } },
    select: { id: true, body: true, author: { select: { fullName: true } } },
  })
  const named = await readNames(
    prisma,
    rows.map(({ detail }) => askerOf(detail)),
  )
  return rows.flatMap(({ plan, updatedAt, readAt, detail, commentId, ...row }) => {
    const branch = branches.find(({ id }) => id === plan.branchId)
    if (!branch || !can(asker.grants, noticeNeeds[row.kind], branch.place)) return []
    const comment = comments.find(({ id }) => id === commentId)
    const askedBy = askerOf(detail)
    const assigned = assignedDetail.safeParse(detail)
    return {
      ...row,
      branchId: plan.branchId,
      branchName: branch.name,
      month: plan.month,
      at: updatedAt.toISOString(),
      isRead: readAt !== null,
      byName: comment?.author.fullName ?? (askedBy === null ? null : named(askedBy).fullName),
      words: comment ? cleanLine(comment.body, firstWords) : null,
      ...(assigned.success ? assigned.data : nothingAssigned),
    }
  })
}

/** Who asked to sign off, by what the notice keeps. */
function askerOf(detail: unknown): string | null {
  return askedDetail.safeParse(detail).data?.by ?? null
}
