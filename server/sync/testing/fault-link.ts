// A bad line between two ends that know nothing of it: a TCP proxy that delays, slices, slows, stalls and cuts.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import {
  type Break,
  type Direction,
  FaultLine,
  type LineFault,
  type PendingBreak,
} from './fault-line.ts'

export interface FaultLink {
  readonly port: number
  /** Connections that run through it now. */
  readonly open: number
  /** From now on, for connections that are open too. `up` is from whoever connects to whom it reaches. */
  set(faults: { up?: LineFault; down?: LineFault }): void
  /** The next connection that comes to that place breaks there, once. Resolves when it has. */
  breakAt(place: Break): Promise<void>
  /** Breaks every connection now, with a reset. What is under way is lost. */
  cut(): void
  /** Says the end of stream to one side of every connection and goes on with the other. */
  halfClose(side: 'near' | 'far'): void
  /** Takes nobody in, or again. Connections that are open stay. */
  refuse(isRefusing: boolean): void
  close(): Promise<void>
}

export interface FaultLinkOptions {
  host?: string
  /** Asked at every connection, for an end that moves. */
  port: number | (() => number)
  random?: () => number
}

export async function openFaultLink(options: FaultLinkOptions): Promise<FaultLink> {
  const { host = '127.0.0.1', random = Math.random } = options
  const faults: Record<Direction, LineFault> = { up: {}, down: {} }
  const lines = new Set<FaultLine>()
  const breaks: PendingBreak[] = []
  let isRefusing = false

  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isRefusing) {
      near.resetAndDestroy()
      return
    }
    const port = typeof options.port === 'number' ? options.port : options.port()
    const far = connect({ host, port, allowHalfOpen: true })
    const line = new FaultLine(near, far, { faults, breaks, random })
    lines.add(line)
    line.onEnd = () => lines.delete(line)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    port,
    get open() {
      return lines.size
    },
    set(changed) {
      faults.up = changed.up ?? {}
      faults.down = changed.down ?? {}
      for (const line of lines) line.move()
    },
    breakAt: (place) => new Promise((resolve) => breaks.push({ ...place, told: resolve })),
    cut() {
      for (const line of [...lines]) line.cut()
    },
    halfClose(side) {
      for (const line of lines) (side === 'near' ? line.near : line.far).end()
    },
    refuse(whether) {
      isRefusing = whether
    },
    async close() {
      for (const line of [...lines]) line.cut()
      server.close()
      await once(server, 'close')
    },
  }
}
