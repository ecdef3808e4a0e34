import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { frameType } from '#domain/wire.ts'
import { readFrame } from './hints-socket.ts'

function frame(type: number, body?: object): ArrayBuffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (body) encoding.writeVarString(encoder, JSON.stringify(body))
  return encoding.toUint8Array(encoder).slice().buffer
}

describe('frames for those who only listen', () => {
  it('are read as lib0 writes them', () => {
    const hello = { epoch: 3, status: 'drafting', filler: 'Nà Tông '.repeat(40) }
    expect(readFrame(frame(frameType.hello, hello))).toEqual({ type: 100, body: hello })
    const changed = { what: 'comments', rev: 12 }
    expect(readFrame(frame(frameType.changed, changed))).toEqual({ type: 103, body: changed })
    expect(readFrame(frame(frameType.beat))).toEqual({ type: 104, body: null })
    expect(readFrame(frame(300))).toEqual({ type: 300, body: null })
    expect(readFrame('text')).toEqual({ type: -1, body: null })
  })
})
