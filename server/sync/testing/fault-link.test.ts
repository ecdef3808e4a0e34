import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type FaultLink, openFaultLink } from './fault-link.ts'

const text = 'Chi bộ Na Tông họp. '.repeat(40)
const opened: { link: FaultLink; server: Server }[] = []

afterEach(async () => {
  for (const { link, server } of opened.splice(0)) {
    await link.close()
    server.close()
  }
})

/** Both ends of one connection through a link, and what each has heard. */
async function open() {
  const server = createServer({ allowHalfOpen: true })
  server.on('connection', (socket) => socket.on('error', () => undefined))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const link = await openFaultLink({ port: (server.address() as AddressInfo).port })
  opened.push({ link, server })
  const accepted = once(server, 'connection')
  const near = heardBy(connect({ port: link.port, allowHalfOpen: true }))
  const [socket] = (await accepted) as [Socket]
  return { link, near, far: heardBy(socket) }
}

/** Also of one that ends with an error. */
function closeOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

function heardBy(socket: Socket) {
  const end = { socket, chunks: [] as string[], text: () => end.chunks.join(''), ended: false }
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => end.chunks.push(chunk))
  socket.on('end', () => {
    end.ended = true
  })
  socket.on('error', () => undefined)
  return end
}

it('hands everything on, both ways, in order, whatever it does to it', async () => {
  const { link, near, far } = await open()
  for (const fault of [
    {},
    { slice: 7 },
    { delayMs: 20, jitterMs: 20 },
    { bytesPerSecond: 20_000 },
  ]) {
    link.set({ up: fault, down: fault })
    far.chunks.length = 0
    near.chunks.length = 0
    near.socket.write(text)
    far.socket.write(text)
    await expect.poll(far.text).toBe(text)
    await expect.poll(near.text).toBe(text)
    if (fault.slice) expect(far.chunks.length).toBeGreaterThan(20)
  }
})

it('delays by what it is told', async () => {
  const { link, near, far } = await open()
  link.set({ up: { delayMs: 200 } })
  const began = performance.now()
  near.socket.write('chậm')
  await expect.poll(far.text, { interval: 5 }).toBe('chậm')
  expect(performance.now() - began).toBeGreaterThan(190)
})

it('stalls one way, and hands on later what was said meanwhile, also by someone who is gone', async () => {
  const { link, near, far } = await open()
  link.set({ up: { isStalled: true } })
  near.socket.write('để dành')
  far.socket.write('vẫn nghe')
  await expect.poll(near.text).toBe('vẫn nghe')
  expect(far.text()).toBe('')
  near.socket.destroy()
  link.set({})
  await expect.poll(far.text).toBe('để dành')
  await expect.poll(() => far.ended).toBe(true)
})

it('breaks where it is told, with the last words or without', async () => {
  for (const isDelivered of [true, false]) {
    const { link, near, far } = await open()
    const broken = link.breakAt({ direction: 'up', at: 'commit', isDelivered })
    near.socket.write('begin;')
    await expect.poll(far.text).toBe('begin;')
    const closed = closeOf(near.socket)
    near.socket.write('commit;')
    await Promise.all([broken, closed])
    await expect.poll(() => far.socket.destroyed || far.ended).toBe(true)
    expect(far.text()).toBe(isDelivered ? 'begin;commit;' : 'begin;')
  }
})

it('breaks after so many bytes, half-closes, cuts and refuses', async () => {
  const { link, near, far } = await open()
  link.halfClose('far')
  await expect.poll(() => far.ended).toBe(true)
  far.socket.write('còn đây')
  await expect.poll(near.text).toBe('còn đây')
  const closed = closeOf(near.socket)
  link.cut()
  await closed
  await expect.poll(() => link.open).toBe(0)
  link.refuse(true)
  const refused = connect(link.port)
  refused.on('error', () => undefined)
  await closeOf(refused)
  link.refuse(false)
  const counted = link.breakAt({ direction: 'up', at: 100, isDelivered: false })
  const talker = connect(link.port)
  talker.on('error', () => undefined)
  talker.write('x'.repeat(100))
  await counted
})
