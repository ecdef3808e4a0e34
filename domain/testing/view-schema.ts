import { z } from 'zod'
import { isDay } from '../days.ts'
import { isMonth } from '../months.ts'
import { taskStatuses, workFields } from '../vocabulary.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const clean = z.string().refine((text) => text === text.normalize('NFC') && !unseen.test(text))
const unseen = /(?!\n)\p{Cc}|\p{Cs}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

const target = z.union([
  z.strictObject({ kind: z.literal('group'), id }),
  z.strictObject({ kind: z.literal('hamlet'), id, field: z.enum(workFields) }),
])

const task = z.strictObject({
  id,
  title: clean.max(600).refine((text) => !text.includes('\n')),
  field: id.nullable(),
  doers: z.array(id).max(60),
  coDoers: z.array(id).max(60),
  place: z
    .union([
      z.strictObject({ kind: z.literal('groups'), ids: z.array(id).min(1).max(60) }),
      z.strictObject({ kind: z.literal('hamlet'), id }),
    ])
    .nullable(),
  due: z.string().refine(isDay).nullable(),
  status: z.enum(taskStatuses),
  result: clean.max(4_000),
  carriedFrom: z
    .strictObject({ month: z.string().refine(isMonth), taskId: id, times: z.int().min(1).max(999) })
    .nullable(),
})

/** The strictest reading of PlanView that the tests hold every view against. */
export const viewSchema = z
  .strictObject({
    assignments: z.array(
      z.strictObject({ slots: z.array(z.string()).min(1), memberId: id, target }),
    ),
    tasks: z.array(task),
    removedTasks: z.array(task),
  })
  .refine(
    ({ assignments }) =>
      new Set(assignments.map((each) => `${each.memberId} ${JSON.stringify(each.target)}`)).size ===
      assignments.length,
    'a member is twice in one place',
  )
  .refine(({ tasks, removedTasks }) => {
    const ids = [...tasks, ...removedTasks].map((each) => each.id)
    return new Set(ids).size === ids.length
  }, 'a task is shown twice')

/** An editor's JSON within the allow-list, every list and item as the editor wants it. */
const run = z.union([
  z.strictObject({ type: z.literal('hardBreak') }),
  z.strictObject({
    type: z.literal('text'),
    text: clean.min(1).refine((text) => !text.includes('\n')),
    marks: z.array(z.strictObject({ type: z.enum(['bold', 'italic', 'underline']) })).optional(),
  }),
])
const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  content: z.array(run).min(1).optional(),
})
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z.array(run).min(1).optional(),
})
const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(listItem).min(1)
  },
})
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0) }),
  get content() {
    return z.array(listItem).min(1)
  },
})
const block = z.union([paragraph, heading, bulletList, orderedList])
const listItem: z.ZodType = z.strictObject({
  type: z.literal('listItem'),
  content: z.tuple([paragraph], block),
})

export const proseSchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(block).min(1),
})
