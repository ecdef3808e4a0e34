import { frameType, limits } from '#domain/wire.ts'

/** The two frames that carry writes: a whole difference, or one update. */
export type WriteKind = 'step2' | 'update'

export interface SocketWatch {
  /** A connection begins; the frames counted so far belong to another one. */
  born(socket: WebSocket): void
  /** A write frame has been handed to the socket, from wherever in the provider. */
  wrote(socket: WebSocket, kind: WriteKind): void
  /** A write frame was kept back: the server takes none of this size, and would end the connection for it. */
  keptBack(socket: WebSocket, kind: WriteKind): void
}

type Sendable = Parameters<WebSocket['send']>[0]

/**
 * A WebSocket that reports each write frame as it leaves. Writes leave the provider from three places and
 * its socket changes with every reconnect, so the socket itself is the only place where none is missed.
 */
export function countingSocket(Base: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      watch.born(this)
    }

    override send(data: Sendable): void {
      const kind = writeKindOf(data)
      if (kind && byteLengthOf(data) > limits.maxFrameBytes) {
        watch.keptBack(this, kind)
        return
      }
      super.send(data)
      if (kind) watch.wrote(this, kind)
    }
  }
}

/** What kind of write this frame is; null for presence, for questions and for anything that is not bytes. */
export function writeKindOf(data: unknown): WriteKind | null {
  if (!(data instanceof Uint8Array) || data[0] !== frameType.sync) return null
  if (data[1] === syncPart.step2) return 'step2'
  return data[1] === syncPart.update ? 'update' : null
}

function byteLengthOf(data: Sendable): number {
  return data instanceof Uint8Array ? data.byteLength : 0
}

/** The second number of a sync frame, as in y-protocols. */
export const syncPart = { step1: 0, step2: 1, update: 2 } as const
