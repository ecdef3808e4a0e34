import { canonicalJson } from './canonical-json.ts'
import type { RecordContent, RecordGroup, RecordMember } from './record-content.ts'

/** Something of the commune's lists that a content says otherwise than an earlier one. */
export type RosterChange =
  | Told<'member', Fact<MemberFacts>>
  | Told<'group', Fact<GroupFacts>>
  | Told<'hamlet' | 'field' | 'branch' | 'commune', Fact<{ name: string }>>
  /** They stand in another order, and nothing else of them is different. */
  | { kind: 'order'; of: 'members' | 'groups' }

interface Told<Kind, Difference> {
  kind: Kind
  id: string
  /** As it is called now, or was called last. */
  name: string
  how: 'added' | 'removed' | 'edited'
  /** What of it is different; of what came or went nothing. */
  facts: Difference[]
}

type MemberFacts = Omit<RecordMember, 'id'>
type GroupFacts = Omit<RecordGroup, 'id' | 'hamletId'> & { hamlet: string }
type Fact<Facts> = {
  [Key in keyof Facts]: { fact: Key; from: Facts[Key]; to: Facts[Key] }
}[keyof Facts]

/** What the lists that two contents were made with say differently: who and what came, left, or is told otherwise. */
export function rosterChanges(before: RecordContent, after: RecordContent): RosterChange[] {
  return [
    ...changedUnits(before, after),
    ...changedList('member', membersOf(before), membersOf(after)),
    ...changedList('group', groupsOf(before), groupsOf(after)),
    ...renamed('hamlet', hamletsOf(before), hamletsOf(after)),
    ...renamed('field', fieldsOf(before), fieldsOf(after)),
    ...movedLists(before, after),
  ]
}

interface Named {
  id: string
  name: string
}

function membersOf({ members }: RecordContent): Map<string, MemberFacts> {
  return new Map(members.map(({ id, ...facts }) => [id, facts]))
}

function groupsOf({ groups, hamlets }: RecordContent): Map<string, GroupFacts> {
  const names = new Map(hamlets.map(({ id, name }) => [id, name]))
  return new Map(
    groups.map(({ id, hamletId, ...facts }) => [
      id,
      { ...facts, hamlet: names.get(hamletId) ?? '' },
    ]),
  )
}

function hamletsOf({ hamlets }: RecordContent): Named[] {
  return hamlets.map(({ id, name }) => ({ id, name }))
}

function fieldsOf({ tasks }: RecordContent): Named[] {
  return tasks.flatMap(({ field }) => (field ? [{ id: field.code, name: field.nameVi }] : []))
}

function changedUnits({ branch: was }: RecordContent, { branch: is }: RecordContent) {
  const commune = ({ communeId, communeName }: RecordContent['branch']) => [
    { id: communeId, name: communeName },
  ]
  return [
    ...renamed('branch', [{ id: is.id, name: was.name }], [{ id: is.id, name: is.name }]),
    ...renamed('commune', commune(was), commune(is)),
  ]
}

/** Which of them a content holds depends on the plan: what comes and goes is told there. */
function renamed<Kind extends 'hamlet' | 'field' | 'branch' | 'commune'>(
  kind: Kind,
  before: readonly Named[],
  after: readonly Named[],
) {
  const names = new Map(before.map(({ id, name }) => [id, name]))
  const now = new Map(after.map(({ id, name }) => [id, name]))
  return [...now].flatMap(([id, name]) => {
    const from = names.get(id) ?? name
    const facts = [{ fact: 'name' as const, from, to: name }]
    return from === name ? [] : [{ kind, id, name, how: 'edited' as const, facts }]
  })
}

function changedList<Kind extends 'member' | 'group', Facts extends { name: string }>(
  kind: Kind,
  before: ReadonlyMap<string, Facts>,
  after: ReadonlyMap<string, Facts>,
): Told<Kind, Fact<Facts>>[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap(
    (id): Told<Kind, Fact<Facts>>[] => {
      const [was, is] = [before.get(id), after.get(id)]
      if (!is) return was ? [{ kind, id, name: was.name, how: 'removed', facts: [] }] : []
      if (!was) return [{ kind, id, name: is.name, how: 'added', facts: [] }]
      const facts = differences(was, is)
      return facts.length === 0 ? [] : [{ kind, id, name: is.name, how: 'edited', facts }]
    },
  )
}

function differences<Facts extends object>(before: Facts, after: Facts): Fact<Facts>[] {
  const keys = Object.keys(after) as (keyof Facts)[]
  return keys
    .filter((fact) => canonicalJson([before[fact]]) !== canonicalJson([after[fact]]))
    .map((fact) => ({ fact, from: before[fact], to: after[fact] }))
}

/** Somebody who is called otherwise stands elsewhere for that; only where nobody is, the order itself is told. */
function movedLists(before: RecordContent, after: RecordContent): RosterChange[] {
  return (['members', 'groups'] as const).flatMap((of) => {
    const [was, is] = [before[of], after[of]]
    const byId = (list: readonly { id: string }[]) =>
      canonicalJson([...list].sort((a, b) => (a.id < b.id ? -1 : 1)))
    const isMoved = canonicalJson(was) !== canonicalJson(is) && byId(was) === byId(is)
    return isMoved ? [{ kind: 'order' as const, of }] : []
  })
}
