// Somebody at a plan who never waits for the server: types letters of their own, and puts members into groups.
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { assignmentsOf, proseOf } from '#domain/plan-doc.ts'
import { type Address, openClient, type StageClient } from '#server/sync/testing/stage-client.ts'

export interface Typist {
  readonly client: StageClient
  readonly letter: string
  /** Letters typed so far. */
  typed(): number
  /** Letters that were once called saved. */
  calledSaved(): number
  begin(): void
  stop(): void
  /** Puts one more member somewhere, and gives the key of the slot. */
  place(): string
  /** Puts words where the others type. */
  paste(words: string): void
  leave(): void
}

const everyMs = 25

/** `address` may be changed later: the client's next connection goes there. */
export function openTypist(
  address: Address,
  room: string,
  cookie: string,
  letter: string,
  ca?: string,
): Typist {
  const client = openClient(address, room, { cookie }, ca === undefined ? {} : { ca })
  let timer: ReturnType<typeof setInterval> | undefined
  let typed = 0
  let calledSaved = 0
  let placed = 0
  const act = () => {
    if (client.isSaved()) calledSaved = typed
    insert(client.doc, letter)
    typed += 1
  }
  const stop = () => clearInterval(timer)
  return {
    client,
    letter,
    typed: () => typed,
    calledSaved: () => calledSaved,
    begin: () => {
      timer = setInterval(act, everyMs)
    },
    stop,
    place: () => {
      placed += 1
      const memberId = `m${client.doc.clientID}-${placed}`
      assignMember(client.doc, { memberId, target: { kind: 'group', id: 'g1' } })
      return `${memberId}.0`
    },
    paste: (words) => insert(client.doc, words),
    leave: () => {
      stop()
      client.close()
    },
  }
}

/** Into the middle of the first paragraph, which everybody types in. */
function insert(doc: Y.Doc, words: string): void {
  const part = proseOf(doc, 'focus')
  doc.transact(() => {
    if (part.length === 0) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText()])
      part.insert(0, [paragraph])
    }
    const paragraph = part.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('the paragraph holds something else')
    text.insert(Math.floor(text.length / 2), words)
  })
}

/** How often a letter stands in the plan's text. Two who begin at once make two paragraphs. */
export function lettersIn(doc: Y.Doc, letter: string): number {
  return textOf(doc).split(letter).length - 1
}

export function textOf(doc: Y.Doc): string {
  return proseOf(doc, 'focus')
    .toArray()
    .map((node) => (node instanceof Y.XmlElement ? String(node.get(0)) : ''))
    .join('\n')
}

/** Milliseconds from one client's move until the other shows it. */
export async function timeOfMove(from: Typist, to: Typist): Promise<number> {
  const assignments = assignmentsOf(to.client.doc)
  const begun = performance.now()
  const key = from.place()
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!assignments.has(key)) return
      assignments.unobserve(look)
      resolve()
    }
    assignments.observe(look)
    look()
  })
  return performance.now() - begun
}
