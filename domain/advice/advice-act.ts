import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import { isId } from '../ids.ts'
import { isMonth } from '../months.ts'
import { adviceLimits } from './advice-limits.ts'
import { advicePlaceSchema } from './advice-place.ts'
import { proposedChangeSchema } from './proposed-change.ts'
import { nextSteps, reportOutcomes, reportReasons } from './report-words.ts'

/** Made by the browser. Sent again, an act with the same id is not done again and gets the answer of the first time. */
const id = z.uuid()
const plan = { branchId: z.uuid(), month: z.string().refine(isMonth) }
const body = z.string().max(adviceLimits.body)
const mentions = z.array(z.uuid()).max(adviceLimits.mentions)

/** Everything that a person can do to the talk about a plan. The id of an act that writes a comment is the comment's. */
export const adviceActSchema = z.discriminatedUnion('kind', [
  /** Begins a thread; with a proposal the words may be missing. */
  z.strictObject({
    kind: z.literal('begin'),
    id,
    ...plan,
    threadId: z.uuid(),
    place: advicePlaceSchema,
    body,
    mentions,
    change: proposedChangeSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('reply'), id, threadId: z.uuid(), body, mentions }),
  z.strictObject({ kind: z.literal('edit'), id, commentId: z.uuid(), body, mentions }),
  z.strictObject({ kind: z.literal('delete'), id, commentId: z.uuid() }),
  z.strictObject({ kind: z.literal('resolve'), id, threadId: z.uuid(), resolved: z.boolean() }),
  /** `open` takes back a settling: an undo, or a command that could not be carried out. */
  z.strictObject({
    kind: z.literal('settle'),
    id,
    threadId: z.uuid(),
    state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
  }),
  z.strictObject({
    kind: z.literal('report'),
    id,
    ...plan,
    taskId: z.string().refine(isId),
    outcome: z.enum(reportOutcomes),
    /** Of `partly`: so many of so many. */
    figure: z
      .strictObject({ done: z.int().min(0).max(99_999), of: z.int().min(1).max(99_999) })
      .nullable(),
    /** Of `notDone`. */
    reason: z.enum(reportReasons).nullable(),
    next: z.enum(nextSteps).nullable(),
  }),
  /** The committee took a report into the task's result, or took that back. */
  z.strictObject({ kind: z.literal('take'), id, reportId: z.uuid(), taken: z.boolean() }),
  z.strictObject({ kind: z.literal('read'), id, noticeIds: z.array(z.uuid()).max(200) }),
  z.strictObject({ kind: z.literal('mute'), id, ...plan, muted: z.boolean() }),
])
export type AdviceAct = z.infer<typeof adviceActSchema>

/**
 * What became of one act. `code` is an error code of errors.ts, `message` its sentence in the asker's language. With
 * `again` nothing is wrong with the act itself: it waits and is sent once more, a minute later.
 */
export type ActAnswer =
  | { id: string; ok: true }
  | { id: string; ok: false; code: ErrorCode; message: string; again: boolean }
