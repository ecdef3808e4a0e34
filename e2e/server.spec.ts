import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readFile, rm, stat } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { openInstalledDatabase } from '#server/db/installed-database.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'
import { expect, test } from './fixtures.ts'
import { runServer } from './run-server.ts'

test('health says that the server and its database answer', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', version: expect.any(String) })
})

test('Next answers no upgrade, also after it has answered a request', async ({
  request,
  baseURL,
}) => {
  await request.get('/sign-in')
  const { host, hostname, port, origin } = new URL(baseURL ?? '')
  for (const target of ['/', '/sign-in', '/_next/webpack-hmr']) {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.write(
      `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await once(socket, 'close')
    expect(text).toBe('')
  }
})

test.describe('a server of its own', () => {
  test.describe.configure({ timeout: 180_000 })
  let dataFolder: string
  const samplePassword = 'nương ngô trên đồi'
  test.beforeEach(async () => {
    dataFolder = await temporaryFolder('banviec-server-')
  })
  test.afterEach(() => rm(dataFolder, { recursive: true, force: true }))

  test('stops everything that it started, and nothing is lost when it is killed', async () => {
    const first = await runServer({ dataFolder, samplePassword })
    const installed = await openInstalledDatabase({ url: undefined, dataFolder })
    expect(installed.applied).toEqual([])
    await first.kill()
    expect(await isRunning(dataFolder)).toBe(true)

    const begun = Date.now()
    const second = await runServer({ dataFolder, samplePassword })
    process.stdout.write(`started again after kill -9 in ${Date.now() - begun} ms\n`)
    expect(second.output()).not.toContain('migration')
    expect(await signsIn(second.url, 'bithu', samplePassword)).toBe(true)
    // A terminal's Ctrl-C reaches the server twice: from the group and from npm.
    second.process.kill('SIGINT')
    expect(await second.stop()).toBe(0)
    expect(await isRunning(dataFolder)).toBe(false)

    const begunAgain = Date.now()
    const third = await runServer({ dataFolder, samplePassword })
    process.stdout.write(`started again after Ctrl-C in ${Date.now() - begunAgain} ms\n`)
    expect(await signsIn(third.url, 'bithu', samplePassword)).toBe(true)
    expect(await third.stop()).toBe(0)
  })

  test('keeps its secrets for its owner alone', async () => {
    const server = await runServer({ dataFolder, samplePassword })
    for (const name of ['auth-secret', 'sample-password', 'postgres/password']) {
      expect((await stat(path.join(dataFolder, name))).mode & 0o777).toBe(0o600)
    }
    expect(await readFile(path.join(dataFolder, 'sample-password'), 'utf8')).toBe(samplePassword)
    await server.stop()
  })

  test('a taken port is one sentence, and the database is not touched', async ({ baseURL }) => {
    const { port } = new URL(baseURL ?? '')
    const { code, output } = await runToEnd({ PORT: port, DATA_DIR: dataFolder })
    expect(code).toBe(1)
    expect(output).toBe(
      `Cổng ${port} đang có chương trình khác dùng. Hãy đặt PORT khác.\n` +
        `The port ${port} is in use by another program. Set another PORT.\n`,
    )
    await expect(access(path.join(dataFolder, 'postgres'))).rejects.toThrow()
  })

  test('a database that does not answer is one sentence', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    for (const target of [`127.0.0.1:${port}`, '127.0.0.1:1']) {
      const { code, output } = await runToEnd({
        PORT: '0',
        DATA_DIR: dataFolder,
        DATABASE_URL: `postgresql://nobody:nothing@${target}/none`,
      })
      expect(code).toBe(1)
      expect(output).toContain('Cơ sở dữ liệu không trả lời.')
      expect(output).not.toContain('    at ')
      expect(output).not.toContain('nothing')
    }
    silent.close()
  })

  test('a setting that cannot be understood is named, and its value is not shown', async () => {
    const { code, output } = await runToEnd({
      PORT: '0',
      DATA_DIR: dataFolder,
      AUTH_SECRET: 'ngắn',
    })
    expect(code).toBe(1)
    expect(output).toContain('AUTH_SECRET')
    expect(output).not.toContain('ngắn')
  })
})

async function isRunning(dataFolder: string): Promise<boolean> {
  const pidFile = path.join(dataFolder, 'postgres/cluster/data/postmaster.pid')
  return access(pidFile).then(
    () => true,
    () => false,
  )
}

async function signsIn(url: string, username: string, password: string): Promise<boolean> {
  const asked = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: url,
      cookie: asked.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
    body: new URLSearchParams({ csrfToken, username, password, json: 'true' }),
  })
  return answer.headers
    .getSetCookie()
    .some((cookie) => cookie.startsWith('next-auth.session-token='))
}

/** `npm start`'s program with these settings and no others, to its end. */
async function runToEnd(
  settings: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], ...settings },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  }
  const [code] = (await once(child, 'close')) as [number]
  return { code, output }
}
