import { compareNames } from '#domain/names.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { TaskChoices } from '../_talk/task-form.tsx'

/** Whom and what a proposed task can name: members by name, groups as the roster has them. */
export function taskChoices(roster: RosterView, groupId: string | null = null): TaskChoices {
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    members: [...roster.members].sort(compareNames).map(named),
    groups: roster.groups.map(named),
    groupId,
  }
}
