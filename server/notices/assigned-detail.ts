import { z } from 'zod'
import { type NewWork, targetsOf, tasksOf } from '#domain/advice/newly-assigned.ts'
import type { PlanView, Target } from '#domain/plan-view.ts'
import { isSameTarget } from '#domain/target.ts'
import { workFields } from '#domain/vocabulary.ts'

const target: z.ZodType<Target> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), id: z.string() }),
  z.object({ kind: z.literal('hamlet'), id: z.string(), field: z.enum(workFields) }),
])

const detailSchema = z.object({ places: z.array(target), taskIds: z.array(z.string()) })

/** What a notice `assigned` says; the titles of its tasks as they are called now. */
export interface AssignedDetail {
  places: Target[]
  taskIds: string[]
  taskTitles: string[]
}

/**
 * What somebody is to be told: what is new, and of what they were told and have not read what still holds. Null when
 * nothing of it is left; `isNew` when there is something that they were never told.
 */
export function assignedDetail(
  plan: PlanView,
  person: { id: string; memberId: string },
  work: NewWork | undefined,
  unread: unknown,
): { detail: AssignedDetail; isNew: boolean } | null {
  const byOthers = ({ by }: { by: string | null }) => by !== person.id
  const newPlaces = (work?.places ?? []).filter(byOthers).map((place) => place.target)
  const newTasks = (work?.tasks ?? []).filter(byOthers).map(({ taskId }) => taskId)
  const told = detailSchema.safeParse(unread)
  const known = told.success ? told.data : { places: [], taskIds: [] }
  const places = targetsOf(plan, person.memberId).filter((held) =>
    [...known.places, ...newPlaces].some((other) => isSameTarget(other, held)),
  )
  const tasks = tasksOf(plan, person.memberId).filter(({ id }) =>
    [...known.taskIds, ...newTasks].includes(id),
  )
  if (places.length + tasks.length === 0) return null
  const taskIds = tasks.map(({ id }) => id)
  const detail = { places, taskIds, taskTitles: tasks.map(({ title }) => title) }
  return { detail, isNew: newPlaces.length + newTasks.length > 0 }
}
