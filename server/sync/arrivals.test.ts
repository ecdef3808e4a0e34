import { expect, it } from 'vitest'
import { Arrivals } from './arrivals.ts'
import { VirtualClock } from './simulation/virtual-clock.ts'

const everyMs = 8

function setUp() {
  const clock = new VirtualClock(1_000)
  const reads: string[] = []
  const readerOf = (name: string) => ({ read: () => reads.push(`${name} ${clock.now() - 1_000}`) })
  return { clock, reads, readerOf, arrivals: new Arrivals(clock, everyMs) }
}

it('reads the first at once and those after it together, each once', async () => {
  const { clock, reads, readerOf, arrivals } = setUp()
  const [a, b] = [readerOf('a'), readerOf('b')]
  arrivals.add(a, 10)
  await clock.pass(1)
  for (const reader of [b, a, b]) arrivals.add(reader, 10)
  await clock.pass(20)
  expect(reads).toEqual(['a 0', 'b 8', 'a 8'])
})

it('reads what waits when it is told to, and nothing twice', async () => {
  const { clock, reads, readerOf, arrivals } = setUp()
  arrivals.readAll()
  arrivals.add(readerOf('a'), 10)
  await clock.pass(3)
  arrivals.readAll()
  arrivals.add(readerOf('b'), 10)
  await clock.pass(20)
  expect(reads).toEqual(['a 3', 'b 11'])
})

it('leaves no more than 64 KiB unread', async () => {
  const { clock, reads, readerOf, arrivals } = setUp()
  arrivals.readAll()
  await clock.pass(1)
  arrivals.add(readerOf('a'), 60_000)
  expect(reads).toEqual([])
  arrivals.add(readerOf('b'), 6_000)
  expect(reads).toEqual(['a 1', 'b 1'])
})

it('takes on what comes while it reads', async () => {
  const { clock, reads, readerOf, arrivals } = setUp()
  const late = readerOf('late')
  arrivals.add({ read: () => arrivals.add(late, 10) }, 10)
  await clock.pass(20)
  expect(reads).toEqual(['late 8'])
})
