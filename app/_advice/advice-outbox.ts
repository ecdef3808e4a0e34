import type { ActAnswer, AdviceAct } from '#domain/advice/advice-act.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { type ActShelf, type AdvicePlan, type KeptAct, openActShelf } from './act-shelf.ts'
import { type SendOutcome, sendActs } from './send-acts.ts'

/** `sent` acts are done on the server and shown until the next reading brings them. */
export type SendingState = 'waiting' | 'sending' | 'sent' | 'failed'

export interface OutboxAct {
  act: AdviceAct
  plan: AdvicePlan | null
  /** Milliseconds. */
  at: number
  state: SendingState
  /** Why it failed, in the reader's language. */
  message: string | null
  /** Counts what was sent while this page is open; null before. */
  sentNumber: number | null
}

export interface OutboxPicture {
  /** In the order in which they were done. */
  acts: readonly OutboxAct[]
  /** `failed`: this browser keeps nothing, unsent words are gone when the page closes. */
  storage: 'opening' | 'ok' | 'failed'
  /** How the last attempt went; null before the first. */
  link: null | 'ok' | 'lost' | 'signedOut'
}

interface OutboxSurroundings {
  send?: (acts: readonly AdviceAct[]) => Promise<SendOutcome>
  now?: () => number
  random?: () => number
}

/** Acts in one request; see adviceLimits.actsAtOnce. */
const atOnce = 50
/** Milliseconds between attempts: doubling from the first to the last, with a quarter more or less. */
const firstPauseMs = 2_000
const longestPauseMs = 60_000
/** Sent acts that are remembered until every screen has read the plan again. */
const rememberedSent = 200
const dayMs = 86_400_000

/**
 * One person's acts that the server has not taken, on this browser: kept over closing it, sent in order, each
 * done once however often it is sent. All tabs share the shelf; one sends at a time.
 */
export class AdviceOutbox {
  readonly personId: string
  readonly #send: (acts: readonly AdviceAct[]) => Promise<SendOutcome>
  readonly #now: () => number
  readonly #random: () => number
  readonly #listeners = new Set<() => void>()
  #shelf: Promise<ActShelf> | null = null
  #channel: BroadcastChannel | null = null
  #kept: readonly KeptAct[] = []
  #sent: readonly OutboxAct[] = []
  #sentCount = 0
  #sending: ReadonlySet<string> = new Set()
  #storage: OutboxPicture['storage'] = 'opening'
  #link: OutboxPicture['link'] = null
  #picture: OutboxPicture = { acts: [], storage: 'opening', link: null }
  #pumping: Promise<void> | null = null
  #again = false
  #attempts = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #isEntered = false

  constructor(personId: string, { send, now, random }: OutboxSurroundings = {}) {
    this.personId = personId
    this.#send = send ?? sendActs
    this.#now = now ?? Date.now
    this.#random = random ?? Math.random
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = (): OutboxPicture => this.#picture

  /** So many acts were sent while this page is open. A reading that began later shows all of them. */
  get sentCount(): number {
    return this.#sentCount
  }

  /** Where read advice is kept, too. */
  get shelf(): Promise<ActShelf> {
    this.#shelf ??= this.#open()
    return this.#shelf
  }

  /** Begins to send what an earlier visit left, and to hear of other tabs. */
  enter(): void {
    if (this.#isEntered) return
    this.#isEntered = true
    if (typeof BroadcastChannel !== 'undefined') {
      this.#channel = new BroadcastChannel(nameOf(this.personId))
      this.#channel.onmessage = () => void this.#reload()
    }
    this.hint()
  }

  /** Resolves when what is under way is over; what is unsent stays for the next visit. */
  async leave(): Promise<void> {
    this.#isEntered = false
    this.#again = false
    clearTimeout(this.#retry)
    this.#channel?.close()
    this.#channel = null
    await this.#pumping
    if (this.#isEntered || !this.#shelf) return
    const shelf = await this.#shelf
    this.#shelf = null
    shelf.close()
  }

  /** Keeps an act and sends it as soon as it can be. Resolves when it is kept. */
  async add(act: AdviceAct, plan: AdvicePlan | null): Promise<void> {
    const { personId } = this
    const shelf = await this.shelf
    await shelf.add({ personId, plan, act, at: this.#now(), failure: null })
    await this.#reload()
    this.#tell()
    this.hint()
  }

  /** A failed act goes again, as it was; from now on, because its author wants it. */
  async retry(actId: string): Promise<void> {
    await (await this.shelf).change(actId, { failure: null, tries: 0, at: this.#now() })
    await this.#reload()
    this.hint()
  }

  /** The person gives an unsent act up. */
  async discard(actId: string): Promise<void> {
    this.#kept = this.#kept.filter(({ act }) => act.id !== actId)
    await (await this.shelf).remove([actId])
    await this.#reload()
    this.#tell()
  }

  /** Worth trying now: something was added, the network came back, somebody asked. */
  hint(): void {
    clearTimeout(this.#retry)
    this.#again = true
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = null
      if (this.#again && this.#isEntered) this.hint()
    })
  }

  async #open(): Promise<ActShelf> {
    const shelf = await openActShelf(this.personId)
    this.#storage = shelf.isLasting ? 'ok' : 'failed'
    this.#kept = await shelf.acts().catch(() => [])
    this.#changed()
    return shelf
  }

  async #pump(): Promise<void> {
    const shelf = await this.shelf
    while (this.#again && this.#isEntered) {
      this.#again = false
      await alone(nameOf(this.personId), () => this.#sendWaiting(shelf))
    }
  }

  async #sendWaiting(shelf: ActShelf): Promise<void> {
    await this.#reload()
    const oldest = this.#now() - adviceLimits.outboxDays * dayMs
    for (const { act } of this.#kept.filter(({ failure, at }) => failure === null && at < oldest)) {
      await shelf.change(act.id, { failure: { code: 'tooOld', message: '' } })
      await this.#reload()
    }
    const waiting = this.#kept.filter(({ failure }) => failure === null)
    const batch = waiting.slice(0, atOnce).map(({ act }) => act)
    if (batch.length === 0 || !this.#isEntered) return
    this.#sending = new Set(batch.map(({ id }) => id))
    this.#changed()
    const outcome = await this.#send(batch)
    await this.#settle(shelf, batch, outcome)
    this.#sending = new Set()
    await this.#reload()
    this.#tell()
    if (this.#link === 'ok' && waiting.length > batch.length) this.#again = true
  }

  async #settle(shelf: ActShelf, batch: readonly AdviceAct[], outcome: SendOutcome): Promise<void> {
    if (outcome.kind === 'answered') return this.#answered(shelf, batch, outcome.answers)
    if (outcome.kind === 'refused') return this.#refused(shelf, batch, outcome)
    this.#link = outcome.kind === 'later' ? 'lost' : 'signedOut'
    if (outcome.kind === 'later') this.#comeBack()
  }

  async #answered(
    shelf: ActShelf,
    batch: readonly AdviceAct[],
    answers: readonly ActAnswer[],
  ): Promise<void> {
    this.#link = 'ok'
    const own = answers.filter(({ id }) => batch.some((act) => act.id === id))
    await shelf.remove(own.filter(({ ok }) => ok).map(({ id }) => id))
    const failed = own.flatMap((answer) => (answer.ok || answer.again ? [] : [answer]))
    for (const { id, code, message } of failed) {
      await shelf.change(id, { failure: { code, message } })
    }
    for (const answer of own) if (isBroken(answer)) await this.#countTry(shelf, answer)
    const isOpen = batch.length > own.filter(({ ok }) => ok).length + failed.length
    if (isOpen) this.#comeBack()
    else this.#attempts = 0
  }

  /** What the server could not do so many times it will not do by itself: its author decides. */
  async #countTry(shelf: ActShelf, { id, code, message }: Refusal): Promise<void> {
    const tries = (this.#kept.find(({ act }) => act.id === id)?.tries ?? 0) + 1
    const failure = tries < adviceLimits.tries ? null : { code, message }
    await shelf.change(id, { tries, failure })
  }

  /** One of several was not understood: alone, each gets its own answer. */
  async #refused(
    shelf: ActShelf,
    batch: readonly AdviceAct[],
    { code, message }: { code: string; message: string },
  ): Promise<void> {
    const [only, ...others] = batch
    this.#link = 'ok'
    if (only && others.length === 0) return shelf.change(only.id, { failure: { code, message } })
    for (const act of batch) await this.#settle(shelf, [act], await this.#send([act]))
  }

  #comeBack(): void {
    const pause = Math.min(firstPauseMs * 2 ** this.#attempts, longestPauseMs)
    this.#attempts += 1
    clearTimeout(this.#retry)
    if (!this.#isEntered) return
    this.#retry = setTimeout(() => this.hint(), pause * (0.75 + this.#random() / 2))
  }

  /** What is no longer on the shelf was sent, by this tab or by another. */
  async #reload(): Promise<void> {
    const shelf = await this.shelf
    const kept = await shelf.acts().catch(() => this.#kept)
    const ids = new Set(kept.map(({ act }) => act.id))
    const gone = this.#kept.filter(({ act }) => !ids.has(act.id))
    this.#kept = kept
    const sent = gone.map((act) => {
      this.#sentCount += 1
      return shown(act, 'sent', this.#sentCount)
    })
    this.#sent = [...this.#sent, ...sent].slice(-rememberedSent)
    this.#changed()
  }

  #changed(): void {
    const kept = this.#kept.map((act) => {
      const isSending = this.#sending.has(act.act.id)
      return shown(act, act.failure ? 'failed' : isSending ? 'sending' : 'waiting', null)
    })
    this.#picture = { acts: [...this.#sent, ...kept], storage: this.#storage, link: this.#link }
    for (const listener of this.#listeners) listener()
  }

  #tell(): void {
    this.#channel?.postMessage('changed')
  }
}

type Refusal = Extract<ActAnswer, { ok: false }>

/** Something went wrong with the act, unlike one that was only too early or came when nobody was signed in. */
function isBroken(answer: ActAnswer): answer is Refusal {
  return !answer.ok && answer.again && answer.code === 'serverBusy'
}

function shown(kept: KeptAct, state: SendingState, sentNumber: number | null): OutboxAct {
  const { act, plan, at, failure } = kept
  return { act, plan, at, state, message: failure?.message ?? null, sentNumber }
}

function nameOf(personId: string): string {
  return `ban-viec/advice/${personId}`
}

/** One tab at a time. Without locks two tabs may send the same act, which is done once all the same. */
function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? locks.request(name, work) : work()
}
