// Everything between a fresh clone and a server that can start: packages, Prisma's client, the build.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, isStamped, stamp } from './fingerprint.mjs'
import { isInstalled } from './installed.mjs'
import { runStep } from './run-step.mjs'

export const root = path.resolve(import.meta.dirname, '../..')

const script = (file, ...args) => [
  process.execPath,
  [path.join(root, 'node_modules', file), ...args],
]

/** All of it, for a server in production. */
export async function prepare() {
  await installPackages()
  await generateClient()
  await buildServer()
}

/** Does nothing when node_modules holds exactly what the lock file names. */
export async function installPackages() {
  if (isInstalled(root)) return
  // Development packages build the pages, so they are needed even where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await runStep(root, 'Cài các gói', 'npm ci', [npm(), args])
}

export async function generateClient() {
  const hash = fingerprint(root, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (isStamped(root, 'generated', hash, 'server/db/generated/client.ts')) return
  const command = script('prisma/build/index.js', 'generate')
  await runStep(root, 'Tạo mã truy cập dữ liệu', 'prisma generate', command)
  stamp(root, 'generated', hash)
}

/** The pages by Next into .next, the server by esbuild into one file and its thread into another. */
export async function buildServer() {
  const hash = fingerprint(root, buildInputs)
  if (isStamped(root, 'built', hash, ...built)) return
  mkdirSync(path.join(root, '.build'), { recursive: true })
  const bundle = [path.join(import.meta.dirname, 'bundle.mjs')]
  await runStep(root, 'Dựng máy chủ', 'esbuild', [process.execPath, bundle])
  await runStep(root, 'Dựng các trang', 'next build', script('next/dist/bin/next', 'build'))
  stamp(root, 'built', hash)
}

const built = [
  '.next/BUILD_ID',
  '.build/server.js',
  '.build/fold-worker.js',
  '.build/reading-worker.js',
  '.build/history-worker.js',
]

const buildInputs = [
  'app',
  'domain',
  'server',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'bin/setup/bundle.mjs',
]

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm'
}
