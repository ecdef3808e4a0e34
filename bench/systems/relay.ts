// The floor: passes each message on to everyone else at the same address, and keeps nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { answerQuestions } from './meter.ts'

const rooms = new Map<string, Set<WebSocket>>()
const prepared = Buffer.alloc(Number(process.env['BENCH_PREPARED_BYTES'] ?? 0), 7)

const server = createServer()
const sockets = new WebSocketServer({ server, clientTracking: false, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  const address = request.url ?? ''
  const room = rooms.get(address) ?? new Set()
  rooms.set(address, room)
  room.add(socket)
  socket.on('message', (data) => {
    if (prepared.byteLength > 0) socket.send(prepared)
    else for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
  socket.on('error', () => socket.terminate())
})
server.listen(0, '127.0.0.1', () => answerQuestions((server.address() as AddressInfo).port))
