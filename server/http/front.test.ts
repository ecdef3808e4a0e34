import { once } from 'node:events'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { maxBodyBytes } from './body-limit.ts'
import { type Front, openFront } from './front.ts'

interface Seen {
  url: string
  headers: IncomingHttpHeaders
  bytes: number
}

let front: Front
let seen: Seen[]
let upgraded: string[]
let senders: string[]

async function open(publicUrl?: string): Promise<void> {
  seen = []
  upgraded = []
  senders = []
  front = await openFront({ host: '127.0.0.1', port: 0, publicUrl, report: () => undefined })
  front.admit({
    page: async (request, response) => {
      let bytes = 0
      for await (const chunk of request) bytes += (chunk as Buffer).length
      seen.push({ url: request.url ?? '', headers: request.headers, bytes })
      response.end('page')
    },
    sync: (request, socket) => {
      upgraded.push(request.url ?? '')
      senders.push(String(request.headers['x-forwarded-for']))
      socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
    },
    reload: null,
  })
}

beforeEach(() => open())
afterEach(() => front.close(0))

interface Asked {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: Buffer
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

function ask({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port: front.port, host: '127.0.0.1', method, path, headers })
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const origin = () => `http://127.0.0.1:${front.port}`

describe('a request for a page', () => {
  it('passes under our own names', async () => {
    expect((await ask({})).status).toBe(200)
    expect((await ask({ headers: { host: `localhost:${front.port}` } })).status).toBe(200)
    expect(seen).toHaveLength(2)
  })

  it.each(['evil.example', 'localhost', 'localhost:1', '127.0.0.1.evil.example'])(
    'is refused under the host name "%s"',
    async (host) => {
      const answer = await ask({ headers: { host } })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('Địa chỉ máy chủ')
      expect(answer.text).toContain('host name')
      expect(seen).toEqual([])
    },
  )

  it.each(['http://evil.example/', '//evil.example/', '/\\evil.example', '*'])(
    'is refused when its target is "%s"',
    async (path) => {
      expect((await ask({ path })).status).toBe(400)
      expect(seen).toEqual([])
    },
  )

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('is refused with the method %s', async (method) => {
    expect((await ask({ method })).status).toBe(400)
    expect(seen).toEqual([])
  })

  it('brings no header by which a stranger could speak to the framework', async () => {
    await ask({
      headers: {
        'x-middleware-subrequest': 'proxy',
        'next-resume': '1',
        'x-nextjs-data': '1',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
        'content-security-policy': `script-src 'nonce-mine'`,
        rsc: '1',
      },
    })
    const headers = seen[0]?.headers ?? {}
    for (const name of ['x-middleware-subrequest', 'next-resume', 'x-nextjs-data', 'forwarded']) {
      expect(headers).not.toHaveProperty(name)
    }
    expect(headers).not.toHaveProperty('x-forwarded-host')
    expect(headers['content-security-policy']).not.toContain('nonce-mine')
    expect(headers['rsc']).toBe('1')
  })

  it('believes only the last name that a proxy on this machine added', async () => {
    await ask({ headers: { 'x-forwarded-for': '10.0.0.1, 203.0.113.9' } })
    expect(seen[0]?.headers['x-forwarded-for']).toBe('203.0.113.9')
  })

  it('is answered with the policies, and never kept but for built assets', async () => {
    const page = await ask({})
    const policy = page.headers['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}' 'strict-dynamic';/)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    })
    expect((await ask({})).headers['content-security-policy']).not.toBe(policy)
    const asset = await ask({ path: '/_next/static/a.js' })
    expect(asset.headers).not.toHaveProperty('cache-control')
  })
})

describe('a request that may change something', () => {
  it.each(['http://evil.example', 'null', 'https://127.0.0.1'])(
    'is refused from the origin %s',
    async (foreign) => {
      const answer = await ask({ method: 'POST', headers: { origin: foreign } })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('trang khác')
      expect(seen).toEqual([])
    },
  )

  it('is refused without an origin, but for the door that has a token of its own', async () => {
    expect((await ask({ method: 'POST' })).status).toBe(403)
    const crossSite = { 'sec-fetch-site': 'cross-site' }
    expect((await ask({ method: 'POST', path: '/api/auth/x', headers: crossSite })).status).toBe(
      403,
    )
    expect((await ask({ method: 'POST', path: '/api/auth/x' })).status).toBe(200)
  })

  it('passes from our own pages', async () => {
    expect((await ask({ method: 'POST', headers: { origin: origin() } })).status).toBe(200)
  })

  it('carries a body up to the limit and not one byte more', async () => {
    const post = (size: number) => ({
      method: 'POST',
      headers: { origin: origin() },
      body: Buffer.alloc(size),
    })
    expect((await ask(post(maxBodyBytes))).status).toBe(200)
    expect(seen[0]?.bytes).toBe(maxBodyBytes)
    const refused = await ask(post(maxBodyBytes + 1))
    expect(refused.status).toBe(413)
    expect(refused.text).toContain('lớn quá')
    expect(seen).toHaveLength(1)
  })

  it('is counted as it arrives when it does not say how long it is', async () => {
    const socket = connect(front.port, '127.0.0.1')
    socket.on('error', () => undefined)
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.write(
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${front.port}\r\nOrigin: ${origin()}\r\n` +
        'Transfer-Encoding: chunked\r\n\r\n',
    )
    for (let n = 0; n < 20; n += 1) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`)
    await once(socket, 'close')
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(seen).toEqual([])
  })
})

describe('an upgrade', () => {
  /** What the server answers, up to its closing of the connection. */
  async function upgrade(path: string, from: string | null, host = `127.0.0.1:${front.port}`) {
    const socket = connect(front.port, '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `X-Forwarded-For: 192.0.2.1, 203.0.113.9\r\n${from === null ? '' : `Origin: ${from}\r\n`}\r\n`,
    )
    await once(socket, 'close')
    return text.split('\r\n')[0]
  }

  it('reaches the sync server at /sync/ from our own pages', async () => {
    expect(await upgrade('/sync/plan.x', origin())).toBe('HTTP/1.1 101 Switching Protocols')
    expect(upgraded).toEqual(['/sync/plan.x'])
    expect(senders).toEqual(['203.0.113.9'])
  })

  it.each(['http://evil.example', 'null', null])('is refused from the origin %s', async (from) => {
    expect(await upgrade('/sync/plan.x', from)).toBe('HTTP/1.1 403 Forbidden')
    expect(upgraded).toEqual([])
  })

  it('is refused under a foreign host name', async () => {
    expect(await upgrade('/sync/plan.x', origin(), 'evil.example')).toBe('HTTP/1.1 403 Forbidden')
  })

  it.each(['/', '/_next/webpack-hmr', '/_next/hmr', '/synchronous', '/api/plans'])(
    'to %s is cut without a word',
    async (path) => {
      expect(await upgrade(path, origin())).toBe('')
      expect(upgraded).toEqual([])
    },
  )
})

describe('PUBLIC_URL', () => {
  beforeEach(async () => {
    await front.close(0)
    await open('https://banviec.example')
  })

  it('is the only name that is answered to', async () => {
    expect((await ask({ headers: { host: 'banviec.example' } })).status).toBe(200)
    expect((await ask({})).status).toBe(403)
  })

  it('asks browsers to stay with https', async () => {
    const { headers } = await ask({ headers: { host: 'banviec.example' } })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['content-security-policy']).toContain('wss://banviec.example')
  })
})

it('names a port that is taken', async () => {
  const second = openFront({
    host: '127.0.0.1',
    port: front.port,
    publicUrl: undefined,
    report: () => undefined,
  })
  await expect(second).rejects.toMatchObject({ code: 'portTaken', details: { port: front.port } })
})
