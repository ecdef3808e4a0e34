// The sync server in a process of its own, to be killed: DATABASE_URL, AUTH_SECRET and PORT say where, and
// KILL_AT=point:n at which passing of a named place it ends itself, SYNC_LIMITS what differs from the usual
// limits. It tells its parent how it is.
import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabase } from '#server/db/database.ts'
import { openSync } from '#server/sync/open-sync.ts'
import type { Pass } from '#server/sync/write-point.ts'

const { AUTH_SECRET = '', DATABASE_URL = '', PORT = '' } = process.env
const { KILL_AT = '', SYNC_LIMITS = '{}' } = process.env
const database = openDatabase(DATABASE_URL)
const sync = openSync({
  database,
  env: { PUBLIC_URL: undefined, AUTH_SECRET },
  onPass: dieAt(KILL_AT),
  limits: JSON.parse(SYNC_LIMITS),
  report: () => undefined,
})
const server = createServer((_request, response) => response.writeHead(404).end())
server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
server.listen(Number(PORT), '127.0.0.1', 4096, () => process.stdout.write('listening\n'))

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
setInterval(() => {
  // What the timer itself takes is no delay.
  const blockedMs = Math.max(0, delay.max / 1e6 - 10)
  delay.reset()
  process.send?.({ rss: process.memoryUsage.rss(), blockedMs })
}, 100).unref()
process.channel?.unref()

process.on('SIGTERM', async () => {
  server.close()
  await sync.drain()
  await sync.close()
  await database.close()
  process.exit(0)
})

function dieAt(wanted: string): Pass {
  const [name, times = '1'] = wanted.split(':')
  let left = Number(times)
  return (point) => {
    if (point === name && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
