import { z } from 'zod'
import { isId } from '../ids.ts'
import { proseParts } from '../plan-doc.ts'
import { passageLimits } from './advice-limits.ts'

const id = z.string().refine(isId)

/**
 * A passage of prose as its words, as they stand on somebody's screen: what stood before and after, and how many
 * equal passages come earlier in the same part (0 for the first).
 */
export const passageSchema = z.strictObject({
  kind: z.literal('passage'),
  part: z.enum(proseParts),
  quote: z.string().min(1).max(passageLimits.quote),
  prefix: z.string().max(passageLimits.context),
  suffix: z.string().max(passageLimits.context),
  occurrence: z.int().min(0).max(9_999),
})
export type Passage = z.infer<typeof passageSchema>

/** What a thread is about. `member` is the assignment of a member in this plan, never the person. */
export const advicePlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan') }),
  z.strictObject({ kind: z.literal('group'), id }),
  z.strictObject({ kind: z.literal('member'), id }),
  z.strictObject({ kind: z.literal('task'), id }),
  passageSchema,
])
export type AdvicePlace = z.infer<typeof advicePlaceSchema>
