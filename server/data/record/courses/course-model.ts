// What must be there, said a second time and as simply as can be: the course's own account of rows and documents.
import type { ErrorCode } from '#domain/errors.ts'
import type { TaskStatus } from '#domain/vocabulary.ts'

export type Office = 'secretary' | 'deputy' | 'committee'
/** What somebody is told. */
export type Answer = 'done' | ErrorCode

export interface PersonModel {
  id: string
  office: Office
  sessionId: string
  hasRole: boolean
  hasSession: boolean
}

/** Somebody or something of the roster. */
export interface RowModel {
  id: string
  name: string
  isRetired: boolean
}

export interface TaskModel {
  status: TaskStatus
  isRemoved: boolean
  /** The task of the month before that it carries on. */
  carries: string | null
}

export interface RecordModel {
  id: string
  by: string
  /** Who opened the month again after it. */
  reopenedBy: string | null
  /** Everything that is kept of it, as first seen. */
  print: string | null
  expected: ContentModel
  /** Of those that were words for something, the checks. */
  justified: string[]
  signedBy: string[]
}

/** What a month says, in the order of names. */
export interface ContentModel {
  members: string[]
  groups: string[]
  places: string[]
  tasks: string[]
  words: string[]
}

/** What somebody wrote and was told lies with the secretary. */
export type Left =
  | { kind: 'write'; mark: string }
  | { kind: 'addTask'; id: string }
  | { kind: 'assign'; place: string }

export interface LateModel {
  id: string
  epoch: number
  parts: number
  left: Left[]
  verdicts: Map<
    string,
    { verdict: 'takenUp' | 'dismissed'; personId: string; month: string | null }
  >
  isSettled: boolean
}

export class PlanModel {
  readonly planId: string
  readonly month: string
  epoch = 1
  status: 'drafting' | 'circulating' | 'finalised' = 'drafting'
  /** `<memberId> <groupId>`. */
  places = new Set<string>()
  readonly tasks = new Map<string, TaskModel>()
  readonly words = new Set<string>()
  hasMeeting = false
  /** Groups without anyone for which there are words. */
  readonly justified = new Set<string>()
  readonly signOffs = new Map<string, string>()
  readonly records: RecordModel[] = []
  readonly late = new Map<string, LateModel>()
  /** The places at the end of each epoch that is over. */
  readonly ends = new Map<number, ReadonlySet<string>>()

  constructor(planId: string, month: string) {
    this.planId = planId
    this.month = month
  }

  get isFinal(): boolean {
    return this.status === 'finalised'
  }

  get newest(): RecordModel | undefined {
    return this.records.at(-1)
  }

  beginEpoch(status: 'drafting' | 'finalised'): void {
    this.ends.set(this.epoch, new Set(this.places))
    this.status = status
    this.epoch += 1
  }
}

export interface CourseModel {
  people: PersonModel[]
  members: RowModel[]
  groups: RowModel[]
  plans: PlanModel[]
}

export const keyOfGroup = (groupId: string) => `groupWithoutAnyone:${groupId}`

/** Its content without what is no more. */
export function contentOf({ members, groups }: CourseModel, plan: PlanModel): ContentModel {
  const live = new Set([...members, ...groups].filter(isLive).map(({ id }) => id))
  return {
    members: members
      .filter(isLive)
      .map(({ id, name }) => `${id} ${name}`)
      .sort(),
    groups: groups
      .filter(isLive)
      .map(({ id }) => id)
      .sort(),
    places: [...plan.places].filter((place) => place.split(' ').every((id) => live.has(id))).sort(),
    tasks: [...plan.tasks]
      .filter(([, { isRemoved }]) => !isRemoved)
      .map(([id, { status, carries }]) => `${id} ${status} ${carries}`)
      .sort(),
    words: [...plan.words].sort(),
  }
}

/** Groups that nobody looks after. */
export function lonelyGroups(model: CourseModel, plan: PlanModel): string[] {
  const { groups, places } = contentOf(model, plan)
  return groups.filter((id) => !places.some((place) => place.endsWith(id)))
}

export function isLive({ isRetired }: RowModel): boolean {
  return !isRetired
}
