// The unchanged npm y-websocket client, as a browser would run it: with a cookie, an Origin and our frames.
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { frameType, type Hello, type Refused } from '#domain/wire.ts'
import type { Node, SignedIn } from './sync-stage.ts'

export interface StageClient {
  doc: Y.Doc
  provider: WebsocketProvider
  hello: Hello | null
  /** Write frames that left on the present socket. */
  sent: number
  /** The last 101 on the present socket. */
  decided: number
  refused: Refused[]
  changed: unknown[]
  closes: number[]
  /** Frames that arrived, by their first number. */
  frames: number[]
  /** Connected, its step 2 sent, and everything decided. */
  isSaved(): boolean
  close(): void
}

export interface ClientOptions {
  clientId?: number
  connect?: boolean
  hints?: boolean
  /** Whom to believe besides the known authorities, for a server with a certificate of its own making. */
  ca?: string
}

/** Where a node is; read again at each connection, so that a client can be sent to another. */
export type Address = Pick<Node, 'url' | 'origin'>

export function openClient(
  node: Address,
  room: string,
  person: Pick<SignedIn, 'cookie'>,
  options: ClientOptions = {},
): StageClient {
  const doc = new Y.Doc()
  if (options.clientId !== undefined) doc.clientID = options.clientId
  const client = {
    hello: null,
    sent: 0,
    decided: 0,
    refused: [],
    changed: [],
    closes: [],
    frames: [],
  }
  const state = client as unknown as StageClient
  let step2Sent = false

  class CountingSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      const headers = { cookie: person.cookie, origin: node.origin }
      super(url, protocols, { headers, ca: options.ca })
      state.sent = 0
      state.decided = 0
      step2Sent = false
      this.on('message', (data: ArrayBuffer | Buffer) => note(state, new Uint8Array(data)))
      this.on('close', (code) => state.closes.push(code))
    }

    override send(data: unknown): void {
      const bytes = data as Uint8Array
      if (bytes[0] === frameType.sync && (bytes[1] === 1 || bytes[1] === 2)) {
        state.sent += 1
        if (bytes[1] === 1) step2Sent = true
      }
      super.send(bytes)
    }
  }

  const provider = new WebsocketProvider(node.url, room, doc, {
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: options.connect ?? true,
    maxBackoffTime: 300,
  })
  for (const type of [100, 101, 102, 103, 104]) {
    provider.messageHandlers[type] = () => undefined
  }
  return Object.assign(state, {
    doc,
    provider,
    isSaved: () => provider.wsconnected && step2Sent && state.decided === state.sent,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  })
}

function note(state: StageClient, bytes: Uint8Array): void {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  state.frames.push(type)
  if (type === frameType.decided) state.decided = decoding.readVarUint(decoder)
  if (type === frameType.hello) state.hello = JSON.parse(decoding.readVarString(decoder))
  if (type === frameType.refused) state.refused.push(JSON.parse(decoding.readVarString(decoder)))
  if (type === frameType.changed) state.changed.push(JSON.parse(decoding.readVarString(decoder)))
}
