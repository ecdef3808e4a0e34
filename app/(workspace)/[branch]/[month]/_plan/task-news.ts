import type { PlanView, TaskView } from '#domain/plan-view.ts'

export type TaskNews =
  /** Somebody took out the task that I am writing in. */
  | { kind: 'removedUnderMe'; task: TaskView }
  /** A task that was already out got new content. */
  | { kind: 'editedAfterRemoval'; task: TaskView }

/** What happened to tasks between two views that a person would want to be told, given the task they write in. */
export function taskNews(before: PlanView, after: PlanView, writingIn: string | null): TaskNews[] {
  const news: TaskNews[] = []
  for (const task of after.removedTasks) {
    if (task.id === writingIn && before.tasks.some((each) => each.id === task.id)) {
      news.push({ kind: 'removedUnderMe', task })
    }
    const earlier = before.removedTasks.find((each) => each.id === task.id)
    if (earlier && contentOf(earlier) !== contentOf(task)) {
      news.push({ kind: 'editedAfterRemoval', task })
    }
  }
  return news
}

function contentOf(task: TaskView): string {
  return JSON.stringify([
    task.title,
    task.result,
    task.doers,
    task.coDoers,
    task.place,
    task.due,
    task.status,
  ])
}
