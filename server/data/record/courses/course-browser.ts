// Somebody's page of one month: a document, the epoch at which it was opened, and what was told to what it sent.
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { openPlanDoc } from '../../../log/fold-rows.ts'
import type { AppendOutcome, LateOutcome, PlanHead } from '../../../log/plan-log.ts'
import { postgresLog } from '../../../log/postgres-log.ts'
import type { CourseGround } from './course-ground.ts'
import type { PersonModel } from './course-model.ts'

/** `left`: with its author alone, who may not write any more. */
export type Told = { kind: 'saved' } | { kind: 'late'; lateEditId: string } | { kind: 'left' }

export class CourseBrowser {
  readonly #ground: CourseGround
  readonly #planId: string
  readonly #person: PersonModel
  #doc = openPlanDoc()
  #head: PlanHead | null = null
  #seq = 0n
  #isClaimed = false
  /** The late edit that this page's connection writes into. */
  #late: { id: string; digest: ReturnType<typeof createHash> } | null = null

  constructor(ground: CourseGround, planId: string, person: PersonModel) {
    this.#ground = ground
    this.#planId = planId
    this.#person = person
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** Null before it was opened for the first time. */
  get head(): PlanHead | null {
    return this.#head
  }

  /**
   * Reads what is committed; after a refusal or at another epoch the page begins anew. False, and the page is shut, when
   * its person may not edit.
   */
  async wake(): Promise<boolean> {
    const log = this.#log()
    const [head] = await log.heads([this.#planId])
    if (!head) throw new Error(`course: no plan ${this.#planId}`)
    if (this.#late !== null || head.epoch !== this.#head?.epoch) {
      this.#doc = openPlanDoc()
      this.#doc.clientID = this.#ground.randomness.draw()
      this.#late = null
      this.#seq = 0n
      this.#isClaimed = false
    }
    // Asked after the head was read: a right that is taken from now on is seen at the append.
    this.#head = (await this.#mayEdit()) ? head : null
    if (this.#head === null || head.seq === this.#seq) return this.#head !== null
    for (const { seq, data } of await log.rowsAfter(this.#planId, this.#seq)) {
      Y.applyUpdate(this.#doc, data)
      this.#seq = seq
    }
    return true
  }

  /**
   * Does it here and sends it, as the room would: to the log, and what comes too late beside it. Whose right turns out
   * to be gone has the page shut.
   */
  async give(work: (doc: Y.Doc) => void, isSentAgain: boolean): Promise<Told> {
    const before = Y.encodeStateVector(this.#doc)
    work(this.#doc)
    const data = Y.encodeStateAsUpdate(this.#doc, before)
    if (this.#late === null) {
      const told = await this.#append(data)
      if (told === 'left') this.#head = null
      if (told !== 'late') return { kind: told }
    }
    return this.#keep(data, isSentAgain)
  }

  async #append(data: Uint8Array): Promise<'saved' | 'left' | 'late'> {
    for (;;) {
      const batch = this.#batch(data, this.#head?.rightsRev ?? 0n)
      const outcomes = await this.#log().append(this.#ground.randomness.newId(), [batch], false)
      const outcome = outcomes.get(this.#planId) ?? { kind: 'busy' }
      const told = await this.#toldOf(outcome)
      if (told !== 'again') return told
    }
  }

  /** `again`: the row was held, or it was somebody else's right that changed. */
  async #toldOf(outcome: AppendOutcome): Promise<'saved' | 'left' | 'late' | 'again'> {
    switch (outcome.kind) {
      case 'appended':
        this.#isClaimed = true
        return 'saved'
      case 'epoch':
      case 'finalised':
        return 'late'
      case 'sessions':
        return 'left'
      case 'rights':
        this.#head = this.#head && { ...this.#head, rightsRev: outcome.rev }
        return (await this.#mayEdit()) ? 'again' : 'left'
      case 'busy':
        return 'again'
      default:
        throw new Error(`course: ${outcome.kind}`)
    }
  }

  #batch(data: Uint8Array, rightsRev: bigint) {
    const { id: personId, sessionId } = this.#person
    const claim = { clientId: this.#doc.clientID, personId }
    return {
      ...{ planId: this.#planId, epoch: this.#head?.epoch ?? 0, rightsRev },
      authors: [{ personId, sessionId }],
      rows: [{ author: personId, data }],
      claims: this.#isClaimed ? [] : [claim],
    }
  }

  async #keep(data: Uint8Array, isSentAgain: boolean): Promise<Told> {
    const digest = (this.#late?.digest ?? createHash('sha256')).copy().update(data)
    const send = () => this.#keepOnce(data, digest.copy().digest())
    const outcome = await send()
    // Whoever may not write any more keeps it; so does whose late edit was settled meanwhile.
    if (outcome.kind === 'rights' || outcome.kind === 'full') return { kind: 'left' }
    if (outcome.kind !== 'kept') throw new Error(`course: ${outcome.kind}`)
    // Whose answer was lost sends the same again.
    const again = isSentAgain ? await send() : outcome
    if (again.kind !== 'kept' || again.lateEditId !== outcome.lateEditId) {
      throw new Error(`course: sent again it was ${again.kind}`)
    }
    this.#late = { id: outcome.lateEditId, digest }
    return { kind: 'late', lateEditId: outcome.lateEditId }
  }

  async #keepOnce(
    data: Uint8Array,
    digest: Uint8Array,
  ): Promise<Exclude<LateOutcome, { kind: 'busy' }>> {
    const { id: personId, sessionId } = this.#person
    for (;;) {
      const outcome = await this.#log().keepLateEdit({
        ...{ planId: this.#planId, epoch: this.#head?.epoch ?? 0, personId, sessionId },
        ...{ continues: this.#late?.id ?? null, newId: this.#ground.randomness.newId() },
        ...{ data, digest },
      })
      if (outcome.kind !== 'busy') return outcome
    }
  }

  /** As the socket asks when it is opened, and again when a right was taken. */
  async #mayEdit(): Promise<boolean> {
    const { id, sessionId } = this.#person
    const { rowCount } = await this.#ground.database.pool.query(
      `select 1 from role r join session s on s.person_id = r.person_id
        where r.person_id = $1 and r.unit_id = $2 and s.id = $3 and s.ended_at is null`,
      [id, this.#ground.branchId, sessionId],
    )
    return rowCount === 1
  }

  #log() {
    return postgresLog(this.#ground.database.pool)
  }
}
