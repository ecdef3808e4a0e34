import type { PlanView } from '#domain/plan-view.ts'
import type { GroupView, MemberView, RosterView } from '#domain/roster-view.ts'

interface RosterWish {
  branch?: string
  members?: readonly string[]
  reason?: MemberView['reason']
  groups?: readonly Partial<GroupView>[]
  hamlets?: readonly string[]
  field?: MemberView['field']
}

/** A branch for tests: members m1, m2… by name, groups g1, g2…, hamlets h1, h2…; everyone takes two groups. */
export function roster(wish: RosterWish = {}): RosterView {
  const { members = [], groups = [], hamlets = ['Na Tông 1'] } = wish
  const served = hamlets.map((name, index) => ({ id: `h${index + 1}`, name }))
  return {
    branch: { id: 'b', name: wish.branch ?? 'Chi bộ', communeId: 'c', communeName: 'xã Na Tông' },
    hamlets: served,
    communeHamlets: [...served, { id: 'h9', name: 'Na Sang' }],
    groups: groups.map((group, index) => ({
      id: `g${index + 1}`,
      name: `Nhóm ${index + 1}`,
      hamletId: 'h1',
      households: 8,
      people: 30,
      poor: 0,
      nearPoor: 0,
      needs: [],
      ...group,
    })),
    members: members.map((name, index) => ({
      id: `m${index + 1}`,
      code: `NT-DV000${index + 1}`,
      name,
      sortName: name.split(' ').at(-1) ?? name,
      standing: 'official',
      office: null,
      field: wish.field ?? null,
      hamletId: 'h1',
      reason: wish.reason ?? null,
      strengths: [],
      maxGroups: 2,
    })),
    fields: [],
    templates: [],
  }
}

/** A member's id and the id of a group that the member looks after. */
export type Holding = readonly [memberId: string, groupId: string]

/** A plan in which these members look after these groups: `['m1', 'g1']`. */
export function plan(...places: readonly Holding[]): PlanView {
  return {
    assignments: places.map(([memberId, id], index) => ({
      slots: [`${memberId}.${index}`],
      memberId,
      target: { kind: 'group', id },
    })),
    tasks: [],
    removedTasks: [],
  }
}
