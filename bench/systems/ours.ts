// Our sync server as the product runs it, without the pages beside it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '../../server/db/database.ts'
import { openSync } from '../../server/sync/open-sync.ts'
import { answerQuestions } from './meter.ts'

const { AUTH_SECRET = '', DATABASE_URL = '' } = process.env
const sync = openSync({
  database: openDatabase(DATABASE_URL),
  env: { PUBLIC_URL: 'http://bench.invalid', AUTH_SECRET },
  limits: JSON.parse(process.env['BENCH_LIMITS'] ?? '{}'),
})
const server = createServer((_request, response) => response.writeHead(404).end())
server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
server.listen(0, '127.0.0.1', () => answerQuestions((server.address() as AddressInfo).port))
