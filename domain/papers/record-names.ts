import { hamletKind, hamletName } from '../hamlet-names.ts'
import type { TaskPlace } from '../plan-view.ts'
import type { RecordContent } from '../record/record-content.ts'
import { fillIn } from './fill-in.ts'

/** The names of what a record's content points at by id. */
export interface RecordNames {
  member(id: string): string
  /** Names of members, in the content's order, separated by commas. */
  members(ids: readonly string[]): string
  hamlet(id: string): string
  /** `Nhóm 3, 16`, or a text of the form with `{hamlet}` in it; empty for none. */
  place(place: TaskPlace | null, whole: string): string
  /** `Nhóm 3, 16` of groups, in the content's order. */
  groups(ids: readonly string[]): string
}

export function recordNames(content: RecordContent): RecordNames {
  const members = new Map(content.members.map(({ id, name }) => [id, name]))
  const hamlets = new Map(content.hamlets.map(({ id, name }) => [id, name]))
  // Where a record knows one hamlet alone, `cả bản` names it.
  const short = (name: string) =>
    hamlets.size === 1
      ? (hamletKind(name) ?? hamletKind(content.branch.name) ?? name)
      : hamletName(name, content.branch.name)
  const groups = (ids: readonly string[]) =>
    saidOnce(content.groups.filter(({ id }) => ids.includes(id)).map(({ name }) => name))
  return {
    member: (id) => members.get(id) ?? '',
    members: (ids) =>
      ids
        .map((id) => members.get(id))
        .filter((name) => name !== undefined)
        .join(', '),
    hamlet: (id) => hamletName(hamlets.get(id) ?? '', content.branch.name),
    groups,
    place: (place, whole) => {
      if (place === null) return ''
      if (place.kind === 'groups') return groups(place.ids)
      const name = hamlets.get(place.id)
      return name === undefined ? '' : fillIn(whole, { hamlet: short(name) })
    },
  }
}

/** `Nhóm 3`, `Nhóm 16` become `Nhóm 3, 16`: a first word that all share is said once. */
function saidOnce(names: readonly string[]): string {
  const first = names[0]?.split(' ')[0]
  if (first === undefined || !names.every((name) => name.startsWith(`${first} `))) {
    return names.join(', ')
  }
  return names.map((name, index) => (index === 0 ? name : name.slice(first.length + 1))).join(', ')
}
