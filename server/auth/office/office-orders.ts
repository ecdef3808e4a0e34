import { z } from 'zod'
import { roleNames } from '#domain/vocabulary.ts'

const words = z.string().trim().min(1).max(200)
const place = { role: z.enum(roleNames), unit: words, commune: words.optional() }

/** What the office can order about people, as it comes from a command line. */
export const officeOrder = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('add'),
    username: words,
    name: words,
    member: words.optional(),
    ...place,
  }),
  z.strictObject({
    verb: z.literal('role'),
    username: words,
    remove: z.boolean().default(false),
    ...place,
  }),
  z.strictObject({ verb: z.literal('disable'), username: words }),
  z.strictObject({ verb: z.literal('enable'), username: words }),
  z.strictObject({ verb: z.literal('password'), username: words }),
])

export type OfficeOrder = z.infer<typeof officeOrder>
