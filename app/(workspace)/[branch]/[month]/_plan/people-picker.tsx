import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SearchField } from '#app/_ui/search-field.tsx'
import { setTaskDoers } from '#domain/commands/set-task-doers.ts'
import { compareNames, matchesSearch } from '#domain/names.ts'
import type { TaskView } from '#domain/plan-view.ts'
import type { MemberView } from '#domain/roster-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

type Part = 'doers' | 'coDoers'

/** The branch's members, each with two switches: does it, helps. Those chosen stand first. */
export function PeoplePicker({ task }: { task: TaskView }) {
  const t = useTranslations('plan.people')
  const { doc, roster } = usePlanSession()
  const [query, setQuery] = useState('')
  const [first] = useState(() => new Set([...task.doers, ...task.coDoers]))
  const shown = roster.members
    .filter((member) => matchesSearch(query, member.name))
    .toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || compareNames(a, b))

  const toggle = (memberId: string, part: Part) => {
    const isIn = task[part].includes(memberId)
    const without = (ids: readonly string[]) => ids.filter((id) => id !== memberId)
    const next = { doers: without(task.doers), coDoers: without(task.coDoers) }
    if (!isIn) next[part] = [...next[part], memberId]
    setTaskDoers(doc, { taskId: task.id, ...next })
  }

  return (
    <div className="grid w-80 max-w-full gap-2">
      <SearchField label={t('search')} onChange={setQuery} value={query} />
      {shown.length === 0 ? <p className="py-3 text-ink-2">{t('none')}</p> : null}
      <ul className="max-h-72 overflow-y-auto">
        {shown.map((member) => (
          <PersonLine key={member.id} member={member} onToggle={toggle} task={task} />
        ))}
      </ul>
    </div>
  )
}

interface PersonLineProps {
  member: MemberView
  task: TaskView
  onToggle: (memberId: string, part: Part) => void
}

function PersonLine({ member, task, onToggle }: PersonLineProps) {
  const t = useTranslations('plan.people')
  const parts = [
    { part: 'doers', word: t('doer'), label: t('doerOf', { name: member.name }) },
    { part: 'coDoers', word: t('coDoer'), label: t('coDoerOf', { name: member.name }) },
  ] as const
  return (
    <li className="flex min-h-hit items-center gap-1.5 pointer-coarse:min-h-11">
      <span className="min-w-0 flex-1">{member.name}</span>
      {parts.map(({ part, word, label }) => (
        <button
          aria-label={label}
          aria-pressed={task[part].includes(member.id)}
          className="min-h-hit-sm rounded-full border border-line-strong px-2.5 text-sm leading-tight hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-semibold aria-pressed:text-on-accent pointer-coarse:min-h-10"
          key={part}
          onClick={() => onToggle(member.id, part)}
          type="button"
        >
          {word}
        </button>
      ))}
    </li>
  )
}
