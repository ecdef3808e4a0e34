// The floor: passes each message on to everyone else at the same address, and keeps nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import { answerQuestions } from './meter.ts'

const rooms = new Map<string, Set<WebSocket>>()
/** A frame of this size for everyone who comes, instead of relaying: what bare frames cost. */
const preparedBytes = Number(process.env['BENCH_PREPARED_BYTES'] ?? 0)
const prepared = encode((encoder) => {
  writeVarUint(encoder, 0)
  writeVarUint(encoder, 1)
  writeVarUint8Array(encoder, new Uint8Array(preparedBytes))
})

const server = createServer()
const sockets = new WebSocketServer({ server, clientTracking: false, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  const address = request.url ?? ''
  const room = rooms.get(address) ?? new Set()
  rooms.set(address, room)
  room.add(socket)
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data)
  })
  if (preparedBytes > 0) socket.send(prepared)
  socket.on('close', () => room.delete(socket))
  socket.on('error', () => socket.terminate())
})
server.listen(0, '127.0.0.1', () => answerQuestions((server.address() as AddressInfo).port))
