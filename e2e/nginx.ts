// A real nginx with docs/nginx.conf as an office would run it, on this machine's ports and in a temporary folder.
import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '#server/db/temporary-folder.ts'

const run = promisify(execFile)
const page = path.resolve(import.meta.dirname, '../docs/nginx.conf')

export interface Nginx {
  /** Of its own making. */
  readonly certificate: string
  /** One line for each request that has ended: address, time, method, path, status, which server, seconds. */
  log(): Promise<readonly Logged[]>
  stop(): Promise<void>
}

export interface Logged {
  readonly path: string
  readonly status: string
  /** 127.0.0.1:port; of several that were asked, all in turn. */
  readonly servers: readonly string[]
}

/** Debian keeps nginx where only root's shell looks. */
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/local/sbin:/usr/sbin` }

/** Is what the test needs on this machine? */
export function hasNginx(): boolean {
  return ['nginx', 'openssl'].every(
    (name) => spawnSync(name, ['-v'], { stdio: 'ignore', env }).error === undefined,
  )
}

/** Starts it before servers at these ports. It answers when this resolves. */
export async function openNginx(ports: {
  https: number
  http: number
  servers: readonly number[]
}): Promise<Nginx> {
  const folder = await temporaryFolder('banviec-nginx-')
  const at = (name: string) => path.join(folder, name)
  await mkdir(at('tmp'), { mode: 0o777 })
  await makeCertificate(at('own.pem'), at('own.key'))
  const site = substitute(await readFile(page, 'utf8'), [
    ['server 10.0.0.11:3000', `server 127.0.0.1:${ports.servers[0]}`],
    ['server 10.0.0.12:3000', `server 127.0.0.1:${ports.servers[1]}`],
    ['listen 443 ssl', `listen 127.0.0.1:${ports.https} ssl`],
    ['listen 80;', `listen 127.0.0.1:${ports.http};`],
    ['server_name banviec.xa.example', 'server_name localhost'],
    ['/etc/ssl/certs/banviec.pem', at('own.pem')],
    ['/etc/ssl/private/banviec.key', at('own.key')],
    ['/var/log/nginx/ban-viec.log', at('access.log')],
  ])
  await writeFile(at('site.conf'), site)
  await writeFile(at('nginx.conf'), around(folder))
  const child = spawn('nginx', ['-e', at('error.log'), '-p', folder, '-c', at('nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  await untilOpen(ports.https, child)
  return {
    certificate: await readFile(at('own.pem'), 'utf8'),
    log: async () => (await readFile(at('access.log'), 'utf8')).split('\n').flatMap(readLine),
    stop: async () => {
      const ended = once(child, 'exit')
      // At once, without waiting for sockets to end.
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What Debian's own nginx.conf has around the files of conf.d, as far as it matters here. */
function around(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/tmp/${name};`,
  )
  const asRoot = process.getuid?.() === 0 ? ['user root;'] : []
  return [
    ...asRoot,
    'daemon off;',
    'worker_processes 2;',
    `pid ${folder}/pid;`,
    `error_log ${folder}/error.log;`,
    'events {}',
    `http { ${temporary.join(' ')} include ${folder}/site.conf; }`,
  ].join('\n')
}

/** Each text stands there; else the page was changed and the test does not run what it says. */
function substitute(text: string, pairs: readonly (readonly [string, string])[]): string {
  for (const [from] of pairs) {
    if (!text.includes(from)) throw new Error(`docs/nginx.conf no longer says "${from}"`)
  }
  return pairs.reduce((before, [from, to]) => before.replaceAll(from, to), text)
}

async function makeCertificate(certificate: string, key: string): Promise<void> {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['-keyout', key, '-out', certificate, '-days', '2', '-nodes']
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  await run('openssl', ['req', '-x509', ...curve, ...subject, ...made], { env })
}

async function untilOpen(port: number, child: { exitCode: number | null }): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('nginx did not start; what it says stands above')
    const socket = connect(port, '127.0.0.1')
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (isOpen) return
    await new Promise((later) => setTimeout(later, 20))
  }
}

function readLine(line: string): Logged[] {
  const match = /^\S+ \[[^\]]+\] \S+ (\S+) (\d+) (.*) [\d.]+$/.exec(line)
  if (!match?.[1] || !match[2] || !match[3]) return []
  return [{ path: match[1], status: match[2], servers: match[3].split(', ') }]
}
