// Some who connect and never read, in a plan where others write a lot.
import WebSocket from 'ws'
import { step1Frame } from '#server/sync/frames.ts'
import type { SignedIn } from '#server/sync/testing/sync-stage.ts'
import type { BadLine } from './bad-line.ts'
import { waitUntil } from './wait-until.ts'

export interface DeafReaders {
  /** How much the server's memory grew, in bytes. */
  rssGrowth: number
  /** How many of them the server gave up. */
  dropped: number
  /** The longest that one of the others waited for "saved", in milliseconds. */
  slowestSavedMs: number
}

/** `size` sockets ask for the plan and are not read any more, while the crew writes for so long. */
export async function deafReaders(on: BadLine, size: number, forMs: number): Promise<DeafReaders> {
  const { server, stage, crew } = on
  const people: SignedIn[] = [await stage.signIn('committee'), await stage.signIn('deputy')]
  const sockets = Array.from({ length: size }, (_, n) => deaf(on, people[n % people.length]))
  await waitUntil('they are in', () => sockets.every(({ isDeaf }) => isDeaf), 30_000)
  server.forgetPeaks()
  const before = server.vitals.rss.now
  // Half of what one connection may send, so that nobody waits for the rate.
  crew.begin(20)
  let slowestSavedMs = 0
  const until = performance.now() + forMs
  while (performance.now() < until) {
    const [writer] = crew.writers
    const made = writer?.made ?? 0
    const waited = await waitUntil('saved', () => (writer?.saved ?? 0) >= made, 30_000)
    slowestSavedMs = Math.max(slowestSavedMs, waited)
    await new Promise((later) => setTimeout(later, 20))
  }
  await crew.finish(30_000)
  const rssGrowth = server.vitals.rss.most - before
  const dropped = sockets.filter(({ isGone }) => isGone()).length
  for (const { socket } of sockets) socket.terminate()
  return { rssGrowth, dropped, slowestSavedMs }
}

function deaf({ server, stage, link }: BadLine, person: SignedIn | undefined) {
  // Through the link, whose own buffers are small beside what the kernel would take.
  const url = server.url.replace(/:\d+\//, `:${link.port}/`)
  const socket = new WebSocket(`${url}/${stage.room}`, {
    headers: { cookie: person?.cookie ?? '', origin: server.origin },
  })
  const reader = { socket, isDeaf: false, isGone: () => socket.readyState === WebSocket.CLOSED }
  socket.on('error', () => undefined)
  socket.on('open', () => {
    socket.send(step1Frame(Uint8Array.of(0)))
    socket.pause()
    reader.isDeaf = true
  })
  return reader
}
