// The sync server in a process of its own, to be killed: DATABASE_URL, AUTH_SECRET and PORT say where.
import { createServer } from 'node:http'
import { openDatabase } from '#server/db/database.ts'
import { openSync } from '#server/sync/open-sync.ts'

const { AUTH_SECRET = '', DATABASE_URL = '', PORT = '' } = process.env
const sync = openSync({
  database: openDatabase(DATABASE_URL),
  env: { PUBLIC_URL: undefined, AUTH_SECRET },
})
const server = createServer((_request, response) => response.writeHead(404).end())
server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
server.listen(Number(PORT), '127.0.0.1', () => process.stdout.write('listening\n'))
