import { randomUUID } from 'node:crypto'
import type { ActAnswer, AdviceAct } from '#domain/advice/advice-act.ts'
import type { AdviceNews } from '#domain/advice/advice-view.ts'
import type { NoticeView } from '#domain/advice/notice-view.ts'
import { beginPlan } from '../../log/begin-plan.ts'
import { openSampleTestBed, type SampleTestBed } from '../../roster/sample-test-bed.ts'
import type { Asker } from '../seen-branch.ts'
import { adviceFor } from './advice-news.ts'
import { noticesFor } from './notices.ts'
import { type Asked, takeActs } from './take-acts.ts'
import type { Speaker } from './turn.ts'

/** Somebody of the sample commune who is signed in. */
export type Voice = Asker & Speaker

/** An act without its id, which `say` makes. */
export type Unsent = AdviceAct extends infer Act
  ? Act extends AdviceAct
    ? Omit<Act, 'id'>
    : never
  : never

/** The sample commune with an opened plan of December 2026 in Na Tông 1 and 2, and everybody signed in. */
export interface AdviceTestBed extends SampleTestBed {
  readonly plan: { branchId: string; month: string }
  readonly elsewhere: { branchId: string; month: string }
  /** Lines for whoever runs the server. */
  readonly noted: readonly string[]
  readonly asked: Asked
  voice(username: string): Promise<Voice>
  /** Sends one act; a full minute of other tests is no hindrance. */
  say(voice: Voice, act: Unsent & { id?: string }): Promise<ActAnswer>
  /** Begins a thread about the plan as a whole and returns its id and its first comment's. */
  begin(voice: Voice, more?: Partial<Begin>): Promise<{ threadId: string; commentId: string }>
  news(voice: Voice, since?: number): Promise<AdviceNews>
  notices(voice: Voice): Promise<NoticeView[]>
}

export type Begin = Extract<AdviceAct, { kind: 'begin' }>

export async function openAdviceTestBed(): Promise<AdviceTestBed> {
  const bed = await openSampleTestBed()
  const { database } = bed
  const month = '2026-12'
  const opener = await bed.asker('bithu')
  const open = async (name: string) => {
    const plan = { branchId: await bed.branchId(name), month }
    await beginPlan(database.pool, { ...plan, personId: opener.personId })
    return plan
  }
  const noted: string[] = []
  const asked = { language: 'vi', note: (line: string) => noted.push(line) } as const
  const plan = await open('Na Tông 1')
  const elsewhere = await open('Na Tông 2')
  const say: AdviceTestBed['say'] = async (voice, act) => {
    await database.pool.query('delete from attempt_limit')
    const { answers } = await takeActs(database, voice, { acts: [withId(act)] }, asked)
    const [answer] = answers
    if (!answer) throw new Error('no answer')
    return answer
  }
  return {
    ...bed,
    plan,
    elsewhere,
    noted,
    asked,
    voice: bed.signedIn,
    say,
    begin: async (voice, more = {}) => {
      const act = { ...beginning(plan), ...more }
      const answer = await say(voice, act)
      if (!answer.ok) throw new Error(answer.code)
      return { threadId: act.threadId, commentId: act.id }
    },
    news: (voice, since = 0) => adviceFor(database, voice, plan.branchId, plan.month, since),
    notices: (voice) => noticesFor(database, voice),
  }
}

/** A first comment on a plan as a whole. */
export function beginning(plan: { branchId: string; month: string }): Begin {
  return {
    kind: 'begin',
    id: randomUUID(),
    ...plan,
    threadId: randomUUID(),
    place: { kind: 'plan' },
    body: 'Nhóm 4 chưa có ai phụ trách.',
    mentions: [],
    change: null,
  }
}

function withId<Act extends { id?: string }>(act: Act): Act & { id: string } {
  return { ...act, id: act.id ?? randomUUID() }
}
