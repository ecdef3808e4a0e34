import * as decoding from 'lib0/decoding'
import { type Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { z } from 'zod'
import {
  type Changed,
  closeCode,
  frameType,
  type Hello,
  planRights,
  planStatuses,
  type Refused,
  refusalReasons,
} from '#domain/wire.ts'
import type { CompositionHold } from './composition-hold.ts'
import { countingSocket, syncPart, type WriteKind } from './counting-socket.ts'
import { adoptOwnUser, isSomebodyElse, splitPresence } from './presence-frame.ts'

/** What one connection after another tells its owner. */
export interface PlanLinkEvents {
  connecting(): void
  connected(): void
  /** The connection is gone; the next attempt starts at `retryAt` (milliseconds), unless it never will. */
  lost(retryAt: number | null): void
  /** The server ended it for good, with one of the final close codes. */
  closed(code: number): void
  hello(hello: Hello): void
  /** The server's state is in the document, the own step 2 has left. */
  synced(): void
  wrote(kind: WriteKind): void
  /** A write frame is too large for the server and did not leave. */
  keptBack(kind: WriteKind): void
  decided(count: number): void
  refused(refused: Refused): void
  changed(changed: Changed): void
}

export interface PlanLinkOptions {
  /** Where the sockets live, such as `wss://host/sync`. */
  url: string
  room: string
  doc: Y.Doc
  awareness: Awareness
  /** Asked of the server, so that a session of somebody else in this browser never sends this person's work. */
  personId: string
  hold: CompositionHold
  events: PlanLinkEvents
  Socket: typeof WebSocket
  now: () => number
  random: () => number
}

export interface PlanLink {
  /** Attempts a connection now instead of later; does nothing when connected. */
  tryNow(): void
  isConnected(): boolean
  /** Is this the origin of transactions that came from the server? */
  isServer(origin: unknown): boolean
  /** Ends the connection and every timer; the document stays as it is. */
  close(): void
}

/** Milliseconds: the first attempts come within the first figure, the longest pause is the second. */
const firstPauseMs = 1_000
const longestPauseMs = 20_000

/**
 * Joins a document to its room on the server and keeps it joined. The only file that knows y-websocket:
 * its own frames 100 to 104, its pauses and its final closes come out as `events`.
 */
export function openPlan(options: PlanLinkOptions): PlanLink {
  const { events, now } = options
  let attempts = 0
  let current: WebSocket | null = null
  const provider = new WebsocketProvider(options.url, options.room, options.doc, {
    awareness: options.awareness,
    // One road between browsers: tabs that talk beside the server would spread what it refused.
    disableBc: true,
    connect: false,
    params: { as: options.personId },
    WebSocketPolyfill: countingSocket(options.Socket, {
      born(socket) {
        current = socket
      },
      wrote(socket, kind) {
        if (socket === current) events.wrote(kind)
      },
      keptBack(socket, kind) {
        if (socket === current) events.keptBack(kind)
      },
    }),
  })
  handleFrames(provider, options)
  const stopSpeaking = speakForOneself(provider)

  provider.on('status', ({ status }) => {
    if (status === 'connecting') events.connecting()
    if (status === 'connected') events.connected()
  })
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    attempts = 0
    events.synced()
  })
  provider.on('connection-close', (event) => {
    current = null
    const pause = pauseBefore(attempts, options.random)
    attempts += 1
    // The provider waits for the smaller of its own power of two and this: with the power out of reach, ours counts.
    provider.wsUnsuccessfulReconnects = 40
    provider.maxBackoffTime = pause
    events.lost(event && isFinal(event.code) ? null : now() + pause)
  })
  provider.on('closed', ({ code }) => events.closed(code))
  provider.connect()

  return {
    tryNow() {
      if (provider.wsconnected) return
      provider.disconnect()
      provider.connect()
    },
    isConnected: () => provider.wsconnected,
    isServer: (origin) => origin === provider,
    close() {
      stopSpeaking()
      provider.destroy()
    },
  }
}

/** Full jitter: after a restart not everybody comes back in the same moment. */
function pauseBefore(attempts: number, random: () => number): number {
  const most = Math.min(firstPauseMs * 2 ** attempts, longestPauseMs)
  return Math.round(100 + random() * most)
}

function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500
}

/**
 * The provider would send on what it hears of others, which the server ignores and which grows with the square
 * of the people. Sends one's own state instead, and only that.
 */
function speakForOneself(provider: WebsocketProvider): () => void {
  const { awareness, _awarenessUpdateHandler: send } = provider
  awareness.off('update', send)
  interface Changed {
    added: number[]
    updated: number[]
    removed: number[]
  }
  const sendOwn = ({ added, updated, removed }: Changed, origin: unknown): void => {
    const isOwn = [...added, ...updated, ...removed].includes(awareness.clientID)
    if (isOwn && origin !== provider)
      send({ added: [], updated: [awareness.clientID], removed: [] }, origin)
  }
  awareness.on('update', sendOwn)
  return () => awareness.off('update', sendOwn)
}

const helloBody = z.object({
  epoch: z.number().int(),
  right: z.enum(planRights),
  status: z.enum(planStatuses),
  schema: z.number().int(),
})
const refusedBody = z.object({
  frame: z.number().int().positive(),
  reason: z.enum(refusalReasons),
  lateEditId: z.string().optional(),
})
const changedBody = z.object({
  what: z.enum(['roster', 'comments', 'status', 'record']),
  rev: z.number(),
})

function handleFrames(
  provider: WebsocketProvider,
  { events, hold, personId }: PlanLinkOptions,
): void {
  const handlers = provider.messageHandlers
  const takeSync = handlers[frameType.sync]
  if (!takeSync) throw new Error('y-websocket has no handler for sync frames')
  handlers[frameType.sync] = (encoder, decoder, owner, emitSynced, type) => {
    // A question is answered at once: the answer tells the server what it lacks and changes nothing here.
    if (decoding.peekVarUint(decoder) === syncPart.step1) {
      takeSync(encoder, decoder, owner, emitSynced, type)
      return
    }
    const socket = owner.ws
    const rest = decoding.readTailAsUint8Array(decoder).slice()
    // Applying writes only its own type into the encoder, which the provider does not send.
    hold.pass(() =>
      takeSync(
        encoder,
        decoding.createDecoder(rest),
        owner,
        emitSynced && owner.ws === socket,
        type,
      ),
    )
  }
  handlers[frameType.awareness] = (_, decoder) => {
    const { awareness } = provider
    const message = decoding.readVarUint8Array(decoder)
    const { others, own } = splitPresence(message, awareness.clientID)
    applyAwarenessUpdate(awareness, others, provider)
    if (isSomebodyElse(own, personId)) {
      // Another person signed in to this browser: this person's work must not travel under that name.
      provider.disconnect()
      events.closed(closeCode.signInAgain)
    } else adoptOwnUser(awareness, own)
  }
  handlers[frameType.hello] = (_, decoder) =>
    events.hello(helloBody.parse(JSON.parse(decoding.readVarString(decoder))))
  handlers[frameType.decided] = (_, decoder) => events.decided(decoding.readVarUint(decoder))
  handlers[frameType.refused] = (_, decoder) => {
    const { lateEditId, ...body } = refusedBody.parse(JSON.parse(decoding.readVarString(decoder)))
    events.refused(lateEditId === undefined ? body : { ...body, lateEditId })
  }
  handlers[frameType.changed] = (_, decoder) =>
    events.changed(changedBody.parse(JSON.parse(decoding.readVarString(decoder))))
  // Nothing to do: that it came keeps the provider from taking the connection for dead.
  handlers[frameType.beat] = () => undefined
}

/** Why the server ended a connection for good; everything unknown counts as broken talk. */
export type FinalClose = 'signInAgain' | 'noRight' | 'noSuchPlan' | 'brokeProtocol'

export function finalCloseOf(code: number): FinalClose {
  if (code === closeCode.signInAgain) return 'signInAgain'
  if (code === closeCode.noRight) return 'noRight'
  return code === closeCode.noSuchPlan ? 'noSuchPlan' : 'brokeProtocol'
}
