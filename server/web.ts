// The pages: Next as a custom server, which is handed requests and never a socket of its own.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'

export interface Web {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** The development server's own upgrades. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

/** Prepares Next in `dir`: from the build, or with `dev` compiling as pages are asked for. */
export async function openWeb(dir: string, dev: boolean): Promise<Web> {
  // Next adds an upgrade listener to the server that it is told of, or finds behind the first request, and
  // answers paths that it does not know. So it is told of one that listens nowhere.
  const decoy = createServer()
  const app = next({ dev, dir, httpServer: decoy, quiet: !dev })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: async (request, response) => handle(request, response),
    handleUpgrade: (request, socket, head) => {
      decoy.emit('upgrade', request, socket, head)
    },
    close: () => app.close(),
  }
}
