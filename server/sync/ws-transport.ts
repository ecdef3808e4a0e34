import type { WebSocket } from 'ws'
import type { Transport } from './transport.ts'

/** A WebSocket of `ws` as the way out to a client. */
export function wsTransport(socket: WebSocket): Transport {
  // Every socket can fail at any time; its close follows.
  socket.on('error', () => undefined)
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame)
    },
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    get bufferedBytes() {
      return socket.bufferedAmount
    },
  }
}
