import { expect, it } from 'vitest'
import { longestLine, longestQueue, PressQueue } from './press-queue.ts'

const busy = { code: 'serverBusy' }

/** Works that end when they are told to, and what was begun in its order. */
function openDesk() {
  const queue = new PressQueue()
  const begun: string[] = []
  const ends: (() => void)[] = []
  const ask = (name: string, more: { gone?: AbortSignal; isPatient?: boolean } = {}) =>
    queue.turn({ line: name.slice(0, 1), ...more }, () => {
      begun.push(name)
      return new Promise<string>((resolve) => {
        ends.push(() => resolve(name))
      })
    })
  const endOne = async () => {
    await expect.poll(() => ends.length).toBeGreaterThan(0)
    ends.shift()?.()
  }
  return { queue, begun, ask, endOne }
}

it('[F61] one is drawn at a time, and people take turns however much each asks for', async () => {
  const { ask, begun, endOne, queue } = openDesk()
  const asked = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => ask(name))
  expect(begun).toEqual(['a1'])
  expect(queue.length).toBe(6)
  for (const _ of asked) await endOne()
  expect(await Promise.all(asked)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'])
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  expect(queue.length).toBe(0)
})

it('[F61] work that fails keeps nobody waiting behind it', async () => {
  const queue = new PressQueue()
  const failed = queue.turn({ line: 'a' }, () => Promise.reject(new Error('no form')))
  const after = queue.turn({ line: 'b' }, async () => 'done')
  await expect(failed).rejects.toThrow('no form')
  expect(await after).toBe('done')
  expect(await queue.turn({ line: 'b' }, async () => 'done')).toBe('done')
})

it('[F61] one person’s line and the queue are so long and no longer, but for an archive', async () => {
  const { ask, endOne, queue } = openDesk()
  const asked = Array.from({ length: longestLine + 1 }, (_, index) => ask(`a${index}`))
  await expect(ask('a+')).rejects.toMatchObject(busy)
  for (let other = 0; queue.length < longestQueue; other += 1) {
    asked.push(ask(`${'bcdefghij'[other % 9]}${other}`))
  }
  await expect(ask('z')).rejects.toMatchObject(busy)
  asked.push(ask('z', { isPatient: true }))
  for (const _ of asked) await endOne()
  expect(await Promise.all(asked)).toHaveLength(longestQueue + 2)
})

it('[F61] what nobody waits for any more is not drawn', async () => {
  const { ask, begun, endOne, queue } = openDesk()
  const gone = new AbortController()
  const first = ask('a1')
  const left = expect(ask('a2', { gone: gone.signal })).rejects.toMatchObject(busy)
  const last = ask('a3')
  gone.abort()
  await left
  expect(queue.length).toBe(1)
  await endOne()
  await endOne()
  await Promise.all([first, last])
  expect(begun).toEqual(['a1', 'a3'])
  await expect(ask('a4', { gone: gone.signal })).rejects.toMatchObject(busy)
})

it('[F61] a press that closes sends away who waits', async () => {
  const { ask, endOne, queue } = openDesk()
  const first = ask('a1')
  const left = ['a2', 'b1'].map((name) => expect(ask(name)).rejects.toMatchObject(busy))
  queue.close()
  await Promise.all(left)
  await endOne()
  expect(await first).toBe('a1')
  await expect(ask('c1')).rejects.toMatchObject(busy)
})
