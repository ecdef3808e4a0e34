// A disk that is small enough to be filled: a file system in memory.
import { closeSync, constants, openSync, writeSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { runProgram } from '#server/db/postgres-process.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'

/** May a disk be made here? Only root may, and not in every container. */
export async function canMount(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false
  const folder = await temporaryFolder('banviec-mount-')
  const { code } = await runProgram('/usr/bin/env', mountArgs(folder, 1), {})
  if (code === 0) await unmountDisk(folder)
  await rm(folder, { recursive: true, force: true })
  return code === 0
}

/** A disk of that size at that folder, which everyone may enter. */
export async function mountDisk(folder: string, mebibytes: number): Promise<void> {
  const [program = 'mount', ...rest] = mountArgs(folder, mebibytes)
  await asRoot(program, rest)
  await chmod(folder, 0o755)
}

export function unmountDisk(folder: string): Promise<void> {
  return asRoot('umount', [folder])
}

function mountArgs(folder: string, mebibytes: number): string[] {
  return ['mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]
}

async function asRoot(program: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram('/usr/bin/env', [program, ...args], {})
  if (code !== 0) throw new Error(`${program}: ${output}`)
}

/** Writes until there is no byte left. */
export function fillUp(file: string): void {
  const handle = openSync(file, constants.O_CREAT | constants.O_WRONLY | constants.O_APPEND)
  try {
    for (const bytes of [1 << 20, 1 << 12]) {
      const block = Buffer.alloc(bytes, 1)
      while (writes(handle, block));
    }
  } finally {
    closeSync(handle)
  }
}

function writes(handle: number, block: Buffer): boolean {
  try {
    return writeSync(handle, block) === block.byteLength
  } catch {
    return false
  }
}
