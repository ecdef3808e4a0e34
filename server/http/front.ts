// The one door: an HTTP server whose every request and upgrade is judged before anything else sees it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { DomainError } from '#domain/errors.ts'
import { announcesTooMuch, limitBody } from './body-limit.ts'
import { cleanHeaders } from './clean-headers.ts'
import { judgeRequest, judgeUpgrade } from './judge-request.ts'
import { type OwnAddress, ownAddress } from './own-address.ts'
import { type IsOwnProxy, ownProxies } from './own-proxies.ts'
import { refuse, refuseUpgrade } from './refuse.ts'
import { setSecurityHeaders } from './security-headers.ts'

type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Who stands behind the door. Nobody else is ever handed a request. */
export interface Behind {
  readonly page: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** `/sync/…` */
  readonly sync: HandleUpgrade
  /** The development server's reloading of modules; null in production. */
  readonly reload: HandleUpgrade | null
}

export interface FrontSetting {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly publicUrl: string | undefined
  /** Addresses and networks whose word about the sender counts, besides this machine's. */
  readonly proxies?: string | undefined
  readonly report: (error: unknown) => void
}

export interface Front {
  readonly port: number
  /** From now on requests pass. */
  admit(behind: Behind): void
  /** Takes no new connection, lets running requests end within `graceMs`, and cuts what is left. */
  close(graceMs: number): Promise<void>
}

/** Listens, and answers 503 until somebody stands behind. Throws DomainError `portTaken`. */
export async function openFront(setting: FrontSetting): Promise<Front> {
  // Read by every request, known once the port is.
  let own: OwnAddress = { hosts: new Set(), origins: new Set(), secure: false }
  let ready: Behind | null = null
  const isOwnProxy = ownProxies(setting.proxies) ?? (() => false)
  const server = createServer(limits, (request, response) => {
    const wrong = judgeRequest(request, own)
    if (wrong) refuse(response, wrong)
    else if (ready === null) refuse(response, new DomainError('serverBusy'))
    else answer(request, response, { ...setting, own, behind: ready, isOwnProxy })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 5_000
  server.maxHeadersCount = 100
  server.maxRequestsPerSocket = 1000
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', destroy)
    const wrong = judgeUpgrade(request, own)
    if (wrong) refuseUpgrade(socket, wrong)
    else passUpgrade(request, socket, head, ready, isOwnProxy)
  })
  await listen(server, setting)
  const { port } = server.address() as AddressInfo
  own = ownAddress(setting.publicUrl, port)
  return {
    port,
    admit: (behind) => {
      ready = behind
    },
    close: (graceMs) => close(server, graceMs),
  }
}

const limits = { maxHeaderSize: 16_384, connectionsCheckingInterval: 5_000 }

interface House extends Pick<FrontSetting, 'report'> {
  own: OwnAddress
  behind: Behind
  isOwnProxy: IsOwnProxy
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { own, behind, isOwnProxy, report }: House,
): void {
  const tooLarge = () => {
    response.once('close', () => request.destroy())
    refuse(response, new DomainError('bodyTooLarge'))
  }
  if (announcesTooMuch(request)) {
    tooLarge()
    return
  }
  limitBody(request, tooLarge)
  cleanHeaders(request, behind.reload !== null, isOwnProxy)
  setSecurityHeaders(request, response, own, behind.reload !== null)
  behind.page(request, response).catch((error: unknown) => {
    report(error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  })
}

/** One for all sockets, so that none keeps a closure for it. */
function destroy(this: Duplex): void {
  this.destroy()
}

/** Everything but the two known paths is cut without an answer; Next is never asked in production. */
function passUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  behind: Behind | null,
  isOwnProxy: IsOwnProxy,
): void {
  const url = request.url ?? ''
  if (behind !== null && url.startsWith('/sync/')) {
    cleanHeaders(request, false, isOwnProxy)
    behind.sync(request, socket, head)
  } else if (behind?.reload && url.startsWith('/_next/')) {
    behind.reload(request, socket, head)
  } else {
    socket.destroy()
  }
}

function listen(server: Server, { host, port }: FrontSetting): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(taken ? new DomainError('portTaken', { port }) : error)
    })
    server.listen(port, host, () => resolve())
  })
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
  })
}
