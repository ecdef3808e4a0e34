import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { LivePlan } from '#app/(workspace)/[branch]/[month]/_session/live-plan.ts'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { moveMember } from '#domain/commands/move-member.ts'
import { proseOf } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { loadPlan } from '#server/log/load-plan.ts'
import { openStage, type Stage, stageSecret } from '#server/sync/testing/sync-stage.ts'
import { openLivePlan, savingOf } from './live-stage.ts'
import { type MortalServer, mortalServer } from './mortal-server.ts'

const kills = 20
/** Each writer's share of the tasks that a plan may hold. */
const mostTasks = 70
const group = (id: string) => ({ kind: 'group', id }) as const

/** One person who types, adds tasks and moves a member without ever waiting for the server. */
class Writer {
  readonly live: LivePlan
  readonly name: string
  made = 0
  /** Everything up to this mark was called saved at some time. */
  calledSaved = 0
  tasks = 0
  #place = 0
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(live: LivePlan, name: string) {
    this.live = live
    this.name = name
  }

  begin(): void {
    assignMember(this.live.doc, { memberId: this.name, target: group('g0') })
    this.#timer = setInterval(() => this.#act(), 60)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Does the session say that everything is saved? `merged` says so too, with news. */
  isSaved(): boolean {
    const { kind } = savingOf(this.live)
    return kind === 'saved' || kind === 'merged'
  }

  /** Called often: takes the session at its word. */
  listen(): void {
    if (this.isSaved()) this.calledSaved = this.made
  }

  #act(): void {
    this.listen()
    const { doc } = this.live
    this.made += 1
    const mark = `[${this.name}.${this.made}]`
    if (this.made % 5 === 0 && this.tasks < mostTasks) this.#addTask(mark)
    else if (this.made % 5 === 1) this.#move(doc)
    type(doc, mark)
  }

  #addTask(title: string): void {
    this.tasks += 1
    addTask(this.live.doc, { id: `${this.name}-${this.tasks}`, title })
  }

  #move(doc: Y.Doc): void {
    const to = this.#place + 1
    moveMember(doc, {
      memberId: this.name,
      from: group(`g${this.#place}`),
      to: group(`g${to}`),
    })
    this.#place = to
  }
}

/** Types into the middle of the one paragraph that everybody writes in. */
function type(doc: Y.Doc, words: string): void {
  const part = proseOf(doc, 'focus')
  if (part.length === 0) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    part.insert(0, [paragraph])
  }
  const text = (part.get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(Math.floor(text.length / 2), words)
}

let stage: Stage
let server: MortalServer
const writers: Writer[] = []

beforeAll(async () => {
  stage = await openStage()
  server = await mortalServer(stage.databaseUrl, stageSecret)
})
afterAll(async () => {
  for (const writer of writers) {
    writer.stop()
    writer.live.end()
  }
  await server.kill()
  await stage.close()
})

async function storedPlan() {
  const plan = await stage.database.prisma.plan.findUniqueOrThrow({
    where: { branchId_month: { branchId: stage.branchId, month: stage.month } },
  })
  return (await loadPlan(stage.database.pool, plan.id)).doc
}

function textOf(doc: Y.Doc): string {
  const paragraph = proseOf(doc, 'focus').get(0)
  return paragraph instanceof Y.XmlElement ? String(paragraph.get(0)) : ''
}

/** How often each mark stands in the text. */
function marksIn(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>()
  // A mark may be typed into the middle of another one: both are there, one inside the other.
  const text = textOf(doc)
  const open: number[] = []
  let plain = ['']
  for (const [at, letter] of [...text].entries()) {
    if (letter === '[') {
      open.push(at)
      plain.push('')
    } else if (letter === ']') {
      open.pop()
      const mark = plain.pop() ?? ''
      counts.set(mark, (counts.get(mark) ?? 0) + 1)
      if (plain.length === 0) plain = ['']
    } else plain[plain.length - 1] += letter
  }
  return counts
}

it(`[S10] keeps every write that was called saved through ${kills} deaths of the server, and everyone converges`, {
  // Twenty starts of a process, and as many waits of those who come back ever more seldom.
  timeout: 600_000,
}, async () => {
  await server.start()
  for (const [index, role] of (
    ['secretary', 'deputy', 'committee', 'committee'] as const
  ).entries()) {
    const live = openLivePlan(server, stage.room, await stage.signIn(role))
    writers.push(new Writer(live, `p${index}`))
  }
  await expect.poll(() => writers.every(({ live }) => live.isOpen), { timeout: 20_000 }).toBe(true)
  for (const writer of writers) writer.begin()

  for (let death = 0; death < kills; death += 1) {
    await expect
      .poll(() => writers.some((writer) => writer.isSaved()), { timeout: 30_000 })
      .toBe(true)
    await new Promise((later) => setTimeout(later, Math.random() * 400))
    await server.kill()
    for (const writer of writers) writer.listen()
    const stored = marksIn(await storedPlan())
    for (const { name, calledSaved } of writers) {
      for (let n = 1; n <= calledSaved; n += 1) expect(stored.get(`${name}.${n}`)).toBe(1)
    }
    await server.start()
  }

  for (const writer of writers) writer.stop()
  await expect
    .poll(() => writers.every((writer) => writer.isSaved()), { timeout: 30_000 })
    .toBe(true)
  const stored = await storedPlan()
  const view = readPlan(stored)
  for (const { live, name, made, tasks } of writers) {
    expect(readPlan(live.doc)).toEqual(view)
    expect(textOf(live.doc)).toBe(textOf(stored))
    const marks = marksIn(stored)
    for (let n = 1; n <= made; n += 1) expect(marks.get(`${name}.${n}`)).toBe(1)
    expect(view.tasks.filter(({ id }) => id.startsWith(`${name}-`))).toHaveLength(tasks)
    expect(view.assignments.filter(({ memberId }) => memberId === name)).toHaveLength(1)
  }
  const total = writers.reduce((sum, { made }) => sum + made, 0)
  const called = writers.reduce((sum, { calledSaved }) => sum + calledSaved, 0)
  process.stdout.write(
    `${kills} deaths, ${total} writes, ${called} called saved at the end: none lost, none twice\n`,
  )
})
