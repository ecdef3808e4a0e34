import { expect } from 'vitest'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../../../db/database.ts'
import { readMonthGround } from '../month-ground.ts'
import type { MonthAct } from '../record-test-bed.ts'
import { takeRecordAct } from '../take-record-act.ts'
import { CourseBrowser } from './course-browser.ts'
import { type CourseGround, openCourseGround } from './course-ground.ts'
import {
  type Answer,
  type CourseModel,
  contentOf,
  type PersonModel,
  type PlanModel,
} from './course-model.ts'

/** One course: its commune, what must be there, and the pages that its people have open. */
export class CourseWorld {
  readonly ground: CourseGround
  readonly #browsers = new Map<string, CourseBrowser>()
  readonly #hashes = new Map<string, string>()
  readonly #contents = new Map<string, string>()
  /** Hashes of a plan, in the order in which they were seen. */
  readonly #seen = new Map<PlanModel, string[]>()

  private constructor(ground: CourseGround) {
    this.ground = ground
  }

  static async open(database: Database): Promise<CourseWorld> {
    return new CourseWorld(await openCourseGround(database))
  }

  get model(): CourseModel {
    return this.ground.model
  }

  readonly newId = () => this.ground.randomness.newId()

  person(who: number): PersonModel {
    return pick(this.model.people, who)
  }

  /** The first month while the next was not begun. */
  plan(month: 0 | 1): PlanModel {
    return this.model.plans[month] ?? pick(this.model.plans, 0)
  }

  browser(person: PersonModel, plan: PlanModel): CourseBrowser {
    const key = `${person.id} ${plan.planId}`
    const browser = this.#browsers.get(key) ?? new CourseBrowser(this.ground, plan.planId, person)
    this.#browsers.set(key, browser)
    return browser
  }

  /** The hash of what is committed; equal for equal content, and for no other [F2]. */
  async hash(plan: PlanModel): Promise<string> {
    const { database, place } = this.ground
    const { sha256 } = (await readMonthGround(database, place, plan.month)).settled
    const content = JSON.stringify([plan.month, contentOf(this.model, plan)])
    expect(this.#hashes.get(content) ?? sha256, 'hash of equal content').toBe(sha256)
    expect(this.#contents.get(sha256) ?? content, 'content of equal hash').toBe(content)
    this.#hashes.set(content, sha256)
    this.#contents.set(sha256, content)
    const seen = this.#seen.get(plan) ?? []
    if (seen.at(-1) !== sha256) this.#seen.set(plan, [...seen, sha256])
    return sha256
  }

  /** A hash that was right once and is another one's, if there is any. */
  olderHash(plan: PlanModel, current: string): string {
    return this.#seen.get(plan)?.findLast((hash) => hash !== current) ?? current
  }

  act(person: PersonModel, plan: PlanModel, act: MonthAct): Promise<Answer> {
    const { database, branchId, asker } = this.ground
    return answerOf(takeRecordAct(database, asker(person), { branchId, month: plan.month, ...act }))
  }
}

/** A refusal is an answer; everything else is a fault. */
export async function answerOf(work: Promise<unknown>): Promise<Answer> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code
  }
}

/** The one with this number, counted round. Throws when there is none. */
export function pick<T>(from: readonly T[], number: number): T {
  const one = from[number % from.length]
  if (one === undefined) throw new Error('course: nothing to pick from')
  return one
}
