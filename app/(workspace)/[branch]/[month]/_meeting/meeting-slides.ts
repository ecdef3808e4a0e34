import { type ProsePart, proseParts } from '#domain/plan-doc.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { MonthBefore } from '#domain/record/record-desk.ts'
import type { RosterView } from '#domain/roster-view.ts'

/** One page of the projector. */
export type Slide =
  | { kind: 'summary' }
  /** `page` counts from 0. */
  | { kind: 'results'; page: number }
  | { kind: 'prose'; part: ProsePart }
  | { kind: 'group' | 'task'; id: string }

/**
 * What a meeting goes through, in its order: the month in figures, what became of the last one, the texts that are
 * written, each group, each task (SPEC F77).
 */
export function meetingSlides(
  roster: Pick<RosterView, 'groups'>,
  plan: Pick<PlanView, 'tasks'>,
  has: { resultPages: number; prose: Readonly<Record<ProsePart, boolean>> },
): Slide[] {
  return [
    { kind: 'summary' },
    ...Array.from({ length: has.resultPages }, (_, page) => ({ kind: 'results', page }) as const),
    ...proseParts
      .filter((part) => has.prose[part])
      .map((part) => ({ kind: 'prose', part }) as const),
    ...roster.groups.map(({ id }) => ({ kind: 'group', id }) as const),
    ...plan.tasks.map(({ id }) => ({ kind: 'task', id }) as const),
  ]
}

/** One text per slide; it stands in the address, so that a page that is loaded again shows the same. */
export function slideKey(slide: Slide): string {
  if (slide.kind === 'prose') return slide.part
  if (slide.kind === 'results') return slide.page === 0 ? 'results' : `results-${slide.page + 1}`
  return 'id' in slide ? `${slide.kind}-${slide.id}` : slide.kind
}

/** Where the slide of that key is; when it is gone, where it was, or the last one. */
export function slideAt(slides: readonly Slide[], key: string, was: number): number {
  const index = slides.findIndex((slide) => slideKey(slide) === key)
  return index >= 0 ? index : Math.max(0, Math.min(was, slides.length - 1))
}

/** So many tasks of a column fit a page that is read from the last row. */
const tasksPerPage = 4

type Task = MonthBefore['tasks'][number]

/** What became of the tasks of the month before, page by page: done beside not done. One page at least. */
export function resultPages(tasks: readonly Task[]): { done: Task[]; open: Task[] }[] {
  const done = tasks.filter(({ status }) => status === 'done')
  const open = tasks.filter(({ status }) => status !== 'done')
  const count = Math.max(1, Math.ceil(Math.max(done.length, open.length) / tasksPerPage))
  return Array.from({ length: count }, (_, page) => {
    const here = (list: readonly Task[]) =>
      list.slice(page * tasksPerPage, (page + 1) * tasksPerPage)
    return { done: here(done), open: here(open) }
  })
}
