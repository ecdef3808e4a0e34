import { useTranslations } from 'next-intl'
import { formatDayShort } from '#app/_words/format-day.ts'
import type { TaskView } from '#domain/plan-view.ts'
import { Row } from './row-list.tsx'

/** A task in a list: what, where it stands, until when, and who does it. */
export interface TaskRowProps {
  task: TaskView
  href: string
  /** Names of members by id. */
  names: Readonly<Record<string, string>>
  children?: React.ReactNode
}

export function TaskRow({ task, href, names, children }: TaskRowProps) {
  const t = useTranslations('light.tasks')
  const status = useTranslations('words.taskStatus')
  const doers = task.doers.map((id) => names[id]).filter(Boolean)
  const helpers = task.coDoers.map((id) => names[id]).filter(Boolean)
  const facts = [
    status(task.status),
    task.due && t('due', { day: formatDayShort(task.due) }),
    doers.join(', '),
    helpers.length > 0 && t('helpers', { names: helpers.join(', ') }),
  ]
  const isDone = task.status === 'done'
  return (
    <Row
      href={href}
      icon={isDone ? 'done' : 'todo'}
      ink={isDone ? 'done' : 'quiet'}
      small={facts.filter(Boolean).join(' · ')}
      title={task.title || t('untitled')}
    >
      {children}
    </Row>
  )
}
