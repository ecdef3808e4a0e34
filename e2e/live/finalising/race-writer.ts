// Somebody who writes while others make the month final, and who comes back with what was not taken.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { frameType } from '#domain/wire.ts'
import { openPlanDoc } from '#server/log/fold-rows.ts'
import { step1Frame, step2Frame, updateFrame } from '#server/sync/frames.ts'
import { joined } from '#server/sync/testing/late-stage.ts'
import { openRaw, type RawSocket } from '#server/sync/testing/raw-socket.ts'
import type { Node } from '#server/sync/testing/sync-stage.ts'
import type { Official } from './finalising-stage.ts'

export class RaceWriter {
  readonly person: Official
  readonly #doc = openPlanDoc()
  readonly #socket: RawSocket
  readonly #node: Node
  readonly #room: string
  /** In the order in which they were written. */
  readonly marks: string[] = []
  #sent = 0

  private constructor(node: Node, room: string, person: Official, socket: RawSocket) {
    this.#node = node
    this.#room = room
    this.person = person
    this.#socket = socket
    this.#doc.on('update', (update: Uint8Array) => {
      if (socket.socket.readyState !== socket.socket.OPEN) return
      socket.send(updateFrame(update))
      this.#sent += 1
    })
  }

  static async open(node: Node, room: string, person: Official): Promise<RaceWriter> {
    return new RaceWriter(node, room, person, await joined(node, room, person))
  }

  /** Writes one paragraph that says `mark`. */
  write(mark: string): void {
    this.marks.push(mark)
    const text = new Y.XmlText(mark)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    proseOf(this.#doc, 'focus').push([paragraph])
  }

  /** Waits until the server has nothing more to say to what was written. */
  async settled(): Promise<void> {
    await until(() => this.#socket.closed !== null || this.#socket.decided() === this.#sent)
  }

  /** Those that the server called saved. Only what was sent on the open socket has a number. */
  saved(): string[] {
    const refused = new Set(this.#socket.refused().map(({ frame }) => frame))
    return this.marks.filter((_, at) => at < this.#socket.decided() && !refused.has(at + 1))
  }

  /** Those of which the server said that they lie with the secretary. */
  keptAsLate(): string[] {
    const refused = this.#socket.refused().filter(({ lateEditId }) => lateEditId !== undefined)
    const kept = new Set(refused.map(({ frame }) => frame))
    return this.marks.filter((_, at) => kept.has(at + 1))
  }

  /**
   * Comes back to the epoch that is over, as a browser does that still holds work, and sends all of it. False when the
   * person is not let in any more.
   */
  async bringBack(): Promise<boolean> {
    const back = openRaw(this.#node, this.#room, { cookie: this.person.cookie })
    await until(() => back.closed !== null || back.types().includes(frameType.sync))
    if (back.closed !== null) return false
    back.send(step1Frame(Uint8Array.of(0)))
    back.send(step2Frame(Y.encodeStateAsUpdate(this.#doc)))
    await until(() => back.closed !== null || back.decided() === 1)
    const wasHeard = back.decided() === 1
    back.close()
    return wasHeard
  }

  leave(): void {
    this.#socket.close()
  }
}

/** Looked at often: what a race takes is mostly such waits. */
async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 5 }).toBe(true)
}
