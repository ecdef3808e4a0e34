import { z } from 'zod'
import { cleanLine, cleanText } from '../clean-text.ts'
import { isDay } from '../days.ts'
import { isMonth } from '../months.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0).max(9_999)
const plan = { branchId: z.uuid(), month: z.string().refine(isMonth) }

/** Why something stays as it is, and why a month is opened again. */
export const recordLimits = {
  words: 300,
  reason: 300,
  /** A reason is a word at least. */
  fewestLetters: 3,
  documentNumber: 30,
  lateKey: 200,
} as const

/** What somebody wrote, as letters (SPEC Q14). Too long is refused; how long it is, is told by what is kept. */
const written = (clean: typeof cleanText, most: number, fewest = 0) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => clean(text, most * 4).trim())
    .pipe(z.string().min(fewest).max(most))

/** What a program made, and a database can hold. */
const key = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u)

/** Everything that a person can do about finalising a month: POST /api/record. */
export const recordActSchema = z.discriminatedUnion('kind', [
  /** Out for comment, or back to drafting. */
  z.strictObject({ kind: z.literal('circulate'), ...plan, on: z.boolean() }),
  /** Empty words take it back. */
  z.strictObject({
    kind: z.literal('justify'),
    ...plan,
    checkKey: key(120),
    words: written(cleanText, recordLimits.words),
  }),
  /** Only what changes; null empties. */
  z.strictObject({
    kind: z.literal('meeting'),
    ...plan,
    heldOn: z.string().refine(isDay).nullable().optional(),
    present: count.nullable().optional(),
    voters: count.nullable().optional(),
    inFavour: count.nullable().optional(),
    documentNumber: written(cleanLine, recordLimits.documentNumber).nullable().optional(),
  }),
  /** Refused with `contentChanged` when the committed content is not the one of this hash. */
  z.strictObject({ kind: z.literal('signOff'), ...plan, sha256 }),
  z.strictObject({ kind: z.literal('takeBackSignOff'), ...plan }),
  /** Asks somebody of the committee to look at the content as committed; once for each content. */
  z.strictObject({ kind: z.literal('inviteSignOff'), ...plan, personId: z.uuid() }),
  /** The same `recordId` sent again is done once. */
  z.strictObject({ kind: z.literal('finalise'), ...plan, recordId: z.uuid(), sha256 }),
  /** Of the newest version; refused when another became the newest. */
  z.strictObject({
    kind: z.literal('reopen'),
    ...plan,
    recordId: z.uuid(),
    reason: written(cleanText, recordLimits.reason, recordLimits.fewestLetters),
  }),
  z.strictObject({
    kind: z.literal('holdUnsent'),
    ...plan,
    device: z.uuid(),
    changes: z.int().min(0).max(100_000),
  }),
  /** `takenUp` before the command that does so runs; null takes the verdict back. */
  z.strictObject({
    kind: z.literal('settleLate'),
    lateEditId: z.uuid(),
    key: key(recordLimits.lateKey),
    verdict: z.enum(['takenUp', 'dismissed']).nullable(),
    reason: written(cleanText, recordLimits.reason).nullable(),
    /** Whose plan takes it up. */
    month: z.string().refine(isMonth).nullable(),
  }),
])
export type RecordAct = z.infer<typeof recordActSchema>
