import type { TaskView } from '../plan-view.ts'
import type { GroupView, MemberView, RosterView } from '../roster-view.ts'

export const today = '2026-12-10'

export function member(id: string, changes: Partial<MemberView> = {}): MemberView {
  return {
    id,
    code: id.toUpperCase(),
    name: `Lò Văn ${id}`,
    sortName: id,
    standing: 'official',
    office: null,
    field: null,
    hamletId: 'h1',
    reason: null,
    strengths: [],
    maxGroups: 2,
    ...changes,
  }
}

export function group(id: string, changes: Partial<GroupView> = {}): GroupView {
  return {
    id,
    name: `Nhóm ${id}`,
    hamletId: 'h1',
    households: 8,
    people: 32,
    poor: 0,
    nearPoor: 0,
    needs: [],
    ...changes,
  }
}

export function taskOf(id: string, changes: Partial<TaskView> = {}): TaskView {
  return {
    id,
    title: `Việc ${id}`,
    field: null,
    doers: [],
    coDoers: [],
    place: null,
    due: null,
    status: 'todo',
    result: '',
    carriedFrom: null,
    ...changes,
  }
}

export function rosterOf(members: MemberView[], groups: GroupView[]): RosterView {
  return {
    branch: { id: 'b1', name: 'Chi bộ bản Na Tông 1', communeId: 'c1', communeName: 'xã Na Tông' },
    hamlets: [{ id: 'h1', name: 'Na Tông 1' }],
    communeHamlets: [
      { id: 'h1', name: 'Na Tông 1' },
      { id: 'h2', name: 'Na Tông 2' },
    ],
    groups,
    members,
    fields: [],
    templates: [],
  }
}
