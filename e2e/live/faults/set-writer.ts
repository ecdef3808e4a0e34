// One who writes without ever waiting for the server, and remembers what was called saved. The elements are
// unique, so that a reader can tell for each whether it was lost, doubled or invented (Jepsen's set test).
import * as Y from 'yjs'
import { assignmentsOf, proseOf } from '#domain/plan-doc.ts'
import type { StageClient } from '#server/sync/testing/stage-client.ts'

/** What an element was made into by which write; null when it was taken away. */
export interface Version {
  at: number
  state: string | null
}

export class SetWriter {
  readonly name: string
  readonly client: StageClient
  /** Every state of every own element, in order. */
  readonly history = new Map<string, Version[]>()
  /** Writes so far, and how many of them were ever called saved. */
  made = 0
  saved = 0
  readonly #random: () => number
  readonly #own: string[] = []
  /** The socket that was about to close when the last write was made, so that it left on none. */
  #notOn: unknown = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(name: string, client: StageClient, random: () => number) {
    this.name = name
    this.client = client
    this.#random = random
  }

  begin(everyMs: number): void {
    this.stop()
    this.#timer = setInterval(() => {
      this.listen()
      this.act()
    }, everyMs)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  end(): void {
    this.stop()
    this.client.close()
  }

  get isSaved(): boolean {
    return this.client.isSaved() && this.client.provider.ws !== this.#notOn
  }

  /** Takes the server at its word. */
  listen(): void {
    if (this.isSaved) this.saved = this.made
  }

  /** Adds, overwrites or deletes one element. */
  act(): void {
    const { provider } = this.client
    const before = this.client.sent
    this.made += 1
    const kind = this.#random()
    const known = this.#own[Math.floor(this.#random() * this.#own.length)]
    if (known === undefined || kind < 0.6) this.#add()
    else if (kind < 0.8 && !isMark(known)) this.#overwrite(known)
    else this.#remove(known)
    // Without a connection the next step 2 carries it; on one that is closing nothing does.
    if (provider.wsconnected && this.client.sent === before) this.#notOn = provider.ws
  }

  #add(): void {
    const element = `${this.#random() < 0.5 ? 'slot' : 'mark'}:${this.name}-${this.made}`
    this.#own.push(element)
    if (isMark(element)) insertMark(this.client.doc, element, this.#random)
    else putSlot(this.client.doc, element, `v${this.made}`)
    this.#note(element, isMark(element) ? 'there' : `v${this.made}`)
  }

  #overwrite(element: string): void {
    putSlot(this.client.doc, element, `v${this.made}`)
    this.#note(element, `v${this.made}`)
  }

  #remove(element: string): void {
    this.#own.splice(this.#own.indexOf(element), 1)
    if (isMark(element)) deleteMark(this.client.doc, element)
    else assignmentsOf(this.client.doc).delete(keyOf(element))
    this.#note(element, null)
  }

  #note(element: string, state: string | null): void {
    const versions = this.history.get(element) ?? []
    versions.push({ at: this.made, state })
    this.history.set(element, versions)
  }
}

/** Puts the one paragraph there that all marks stand in. */
export function prepareParagraph(doc: Y.Doc): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  proseOf(doc, 'focus').insert(0, [paragraph])
}

/** How often each element is in the document, and in which state. */
export function readElements(doc: Y.Doc): Map<string, { count: number; state: string }> {
  const found = new Map<string, { count: number; state: string }>()
  for (const [key, value] of assignmentsOf(doc).entries()) {
    const { target } = value as { target: { id: string } }
    found.set(`slot:${key.slice(0, -2)}`, { count: 1, state: target.id })
  }
  for (const [, name = ''] of String(textOf(doc) ?? '').matchAll(/\[([^\]]*)\]/g)) {
    const element = `mark:${name}`
    found.set(element, { count: (found.get(element)?.count ?? 0) + 1, state: 'there' })
  }
  return found
}

function isMark(element: string): boolean {
  return element.startsWith('mark:')
}

function nameOf(element: string): string {
  return element.slice('mark:'.length)
}

function keyOf(element: string): string {
  return `${nameOf(element)}.0`
}

function putSlot(doc: Y.Doc, element: string, groupId: string): void {
  const memberId = nameOf(element)
  const target = { kind: 'group', id: groupId }
  assignmentsOf(doc).set(keyOf(element), { memberId, target })
}

function textOf(doc: Y.Doc): Y.XmlText | null {
  const paragraph = proseOf(doc, 'focus').get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  return text instanceof Y.XmlText ? text : null
}

/** Between two marks, so that none stands inside another. */
function insertMark(doc: Y.Doc, element: string, random: () => number): void {
  const text = textOf(doc)
  if (!text) throw new Error('the paragraph is not there')
  const at = String(text).indexOf(']', Math.floor(random() * text.length)) + 1
  text.insert(at, `[${nameOf(element)}]`)
}

function deleteMark(doc: Y.Doc, element: string): void {
  const text = textOf(doc)
  const mark = `[${nameOf(element)}]`
  const at = String(text).indexOf(mark)
  if (at >= 0) text?.delete(at, mark.length)
}
