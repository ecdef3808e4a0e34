import type { PlanContent } from '../plan-content.ts'
import { type ProsePart, proseParts } from '../plan-doc.ts'
import type { AssignmentView, CarriedFrom, Target, TaskPlace } from '../plan-view.ts'
import type { ProseJson } from '../read-prose.ts'
import type { GroupView, HamletView, MemberView, RosterView } from '../roster-view.ts'
import { targetKey } from '../target.ts'
import type { TaskStatus } from '../vocabulary.ts'
import { settleProse } from './settle-prose.ts'

/**
 * Everything that a month says, with the facts of the roster that it uses: what people sign off and what is finalised.
 * Equal content has one canonical text, whatever the document's bytes are; nothing in it depends on the day on which it
 * is looked at. It names no household.
 */
export interface RecordContent {
  branch: { id: string; name: string; communeId: string; communeName: string }
  /** yyyy-mm. */
  month: string
  hamlets: HamletView[]
  members: RecordMember[]
  groups: RecordGroup[]
  assignments: { memberId: string; target: Target }[]
  tasks: RecordTaskContent[]
  prose: Record<ProsePart, ProseJson>
}

export type RecordMember = Pick<
  MemberView,
  'id' | 'code' | 'name' | 'standing' | 'office' | 'field' | 'reason'
> & {
  /** In force for a member without one of their own too (domain/load-of.ts). */
  maxGroups: number | null
}

export type RecordGroup = Omit<GroupView, 'needs'> & { needs: GroupView['needs'][number][] }

/** Names stand in the text, so that an old record reads the same after the lists changed. */
export interface RecordTaskContent {
  id: string
  title: string
  field: { code: string; nameVi: string; nameEn: string } | null
  doers: string[]
  coDoers: string[]
  place: TaskPlace | null
  due: string | null
  status: TaskStatus
  result: string
  carriedFrom: CarriedFrom | null
}

/**
 * Puts it together. Assignments and doers of members, groups and hamlets that no longer exist are left out, as on the
 * board; whoever calls it has read plan and roster as of one moment.
 */
export function recordContent(roster: RosterView, plan: PlanContent, month: string): RecordContent {
  const members = new Set(roster.members.map(({ id }) => id))
  const groups = new Set(roster.groups.map(({ id }) => id))
  const used = hamletsUsed(roster, plan)
  const hamlets = roster.communeHamlets.filter(({ id }) => used.has(id))
  const fields = new Map(roster.fields.map((field) => [field.code, field]))
  const stands = ({ memberId, target }: AssignmentView) =>
    members.has(memberId) && (target.kind === 'group' ? groups.has(target.id) : used.has(target.id))
  const { id, name, communeId, communeName } = roster.branch
  return {
    branch: { id, name, communeId, communeName },
    month,
    hamlets: hamlets.map((hamlet) => ({ id: hamlet.id, name: hamlet.name })),
    members: roster.members.map(memberOf),
    groups: roster.groups.map(groupOf),
    assignments: assignmentsOf(roster, plan.view.assignments.filter(stands)),
    tasks: plan.view.tasks.map((task) => {
      const field = task.field === null ? null : fields.get(task.field)
      return {
        id: task.id,
        title: task.title,
        field: field ? { code: field.code, nameVi: field.nameVi, nameEn: field.nameEn } : null,
        doers: task.doers.filter((each) => members.has(each)),
        coDoers: task.coDoers.filter((each) => members.has(each)),
        place: placeOf(task.place, groups, used),
        due: task.due,
        status: task.status,
        result: task.result,
        carriedFrom: task.carriedFrom,
      }
    }),
    prose: proseOf(plan.prose),
  }
}

function hamletsUsed(roster: RosterView, plan: PlanContent): ReadonlySet<string> {
  const existing = new Set(roster.communeHamlets.map(({ id }) => id))
  const used = new Set(roster.hamlets.map(({ id }) => id))
  const note = (id: string) => existing.has(id) && used.add(id)
  for (const { target } of plan.view.assignments) if (target.kind === 'hamlet') note(target.id)
  for (const { place } of plan.view.tasks) if (place?.kind === 'hamlet') note(place.id)
  return used
}

/** By member, group and hamlet as the roster has them: the document's order is that of its keys, which nobody sees. */
function assignmentsOf(
  roster: RosterView,
  assignments: readonly AssignmentView[],
): RecordContent['assignments'] {
  const rank = new Map(
    [...roster.members, ...roster.groups, ...roster.communeHamlets].map(({ id }, at) => [id, at]),
  )
  const rankOf = (id: string) => rank.get(id) ?? 0
  return assignments
    .map(({ memberId, target }) => ({ memberId, target }))
    .sort(
      (a, b) =>
        rankOf(a.memberId) - rankOf(b.memberId) ||
        rankOf(a.target.id) - rankOf(b.target.id) ||
        (targetKey(a.target) < targetKey(b.target) ? -1 : 1),
    )
}

function placeOf(
  place: TaskPlace | null,
  groups: ReadonlySet<string>,
  hamlets: ReadonlySet<string>,
): TaskPlace | null {
  if (place?.kind === 'hamlet') return hamlets.has(place.id) ? place : null
  const ids = place?.ids.filter((id) => groups.has(id)) ?? []
  return ids.length > 0 ? { kind: 'groups', ids } : null
}

function proseOf(prose: PlanContent['prose']): RecordContent['prose'] {
  const [review, focus, organisation] = proseParts
  return {
    [review]: settleProse(prose[review]),
    [focus]: settleProse(prose[focus]),
    [organisation]: settleProse(prose[organisation]),
  }
}

function memberOf(member: MemberView): RecordMember {
  const { id, code, name, standing, office, field, reason, maxGroups } = member
  return { id, code, name, standing, office, field, reason, maxGroups }
}

function groupOf(group: GroupView): RecordGroup {
  const { id, name, hamletId, households, people, poor, nearPoor } = group
  const needs = group.needs.map((each) => ({ need: each.need, households: each.households }))
  return { id, name, hamletId, households, people, poor, nearPoor, needs }
}
