import { z } from 'zod'
import { isDay } from '../days.ts'
import { isId } from '../ids.ts'
import { planLimits } from '../plan-limits.ts'
import { passageLimits } from './advice-limits.ts'
import { passageSchema } from './advice-place.ts'

const id = z.string().refine(isId)
const day = z.string().refine(isDay)

/**
 * A change that somebody without the right to edit puts forward. Each says the ground that it stands on, so that
 * accepting can see whether it moved: who looks after the group now, which day is due now, which words stand there.
 */
export const proposedChangeSchema = z.discriminatedUnion('kind', [
  /** Another member for a group: `from` leaves it (null when nobody does), `to` takes it. */
  z.strictObject({
    kind: z.literal('changeMember'),
    groupId: id,
    from: id.nullable(),
    to: id,
  }),
  z.strictObject({
    kind: z.literal('newTask'),
    title: z.string().trim().min(1).max(planLimits.title),
    doers: z.array(id).max(20),
    groupIds: z.array(id).max(20),
    due: day.nullable(),
  }),
  z.strictObject({
    kind: z.literal('changeDue'),
    taskId: id,
    from: day.nullable(),
    to: day.nullable(),
  }),
  z.strictObject({
    kind: z.literal('replaceText'),
    passage: passageSchema,
    text: z.string().max(passageLimits.quote * 2),
  }),
])
export type ProposedChange = z.infer<typeof proposedChangeSchema>
