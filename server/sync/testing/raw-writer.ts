// Somebody who writes and never comes back: what a program does that was taken from a browser.
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { frameType } from '#domain/wire.ts'
import { openPlanDoc } from '../../log/fold-rows.ts'
import { step1Frame, step2Frame, updateFrame } from '../frames.ts'
import { openRaw, type RawSocket } from './raw-socket.ts'
import type { Node, SignedIn } from './sync-stage.ts'

export interface RawWriter {
  raw: RawSocket
  doc: Y.Doc
  /** Write frames that left. */
  sent: number
  isSaved(): boolean
  /** Gives a member a group, in a frame of its own. */
  assign(memberId: string): void
  /** Assigns one member after the other until the socket is closed or it is called off. */
  writeOn(prefix: string, everyMs?: number): () => void
}

/** Opens a socket, takes part in the handshake by hand, and is ready once its step 2 is decided. */
export function openWriter(node: Node, room: string, person: SignedIn): RawWriter {
  const raw = openRaw(node, room, { cookie: person.cookie })
  const doc = openPlanDoc()
  const write = (frame: Uint8Array) => {
    if (raw.socket.readyState !== raw.socket.OPEN) return
    writer.sent += 1
    raw.send(frame)
  }
  const writer: RawWriter = {
    raw,
    doc,
    sent: 0,
    isSaved: () => raw.closed === null && writer.sent > 0 && raw.decided() === writer.sent,
    assign: (memberId) => assignMember(doc, { memberId, target: { kind: 'group', id: 'g1' } }),
    writeOn: (prefix, everyMs = 2) => {
      let n = 0
      const timer = setInterval(() => {
        if (raw.closed !== null) return clearInterval(timer)
        n += 1
        writer.assign(`${prefix}-${n}`)
      }, everyMs)
      return () => clearInterval(timer)
    },
  }
  raw.socket.on('open', () => raw.send(step1Frame(Uint8Array.of(0))))
  raw.socket.on('message', (data: Buffer) => {
    if (data[0] === frameType.sync && data[1] === 0) write(step2Frame(Y.encodeStateAsUpdate(doc)))
  })
  doc.on('update', (update: Uint8Array) => write(updateFrame(update)))
  return writer
}
