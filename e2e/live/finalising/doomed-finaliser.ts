import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { build } from 'esbuild'
import type { RecordPoint } from '#server/records/write-record.ts'
import type { FinaliseOrder } from './finalise-process.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const folder = path.join(root, '.build/finalising', String(process.pid))

/** Prepares the process; what it gives back ends at `killAt`, and resolves with the signal or code that it ended with. */
export async function doomedFinaliser(
  databaseUrl: string,
): Promise<(order: FinaliseOrder, killAt: RecordPoint) => Promise<string | number | null>> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      'finalise-process': 'e2e/live/finalising/finalise-process.ts',
      'reading-worker': 'server/log/reading-worker.ts',
    },
    outdir: folder,
    bundle: true,
    packages: 'external',
    alias: { 'server-only': path.join(root, 'node_modules/server-only/empty.js') },
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  return async (order, killAt) => {
    const child = spawn(process.execPath, [path.join(folder, 'finalise-process.js')], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        KILL_AT: killAt,
        ORDER: JSON.stringify(order),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    return signal ?? code
  }
}
