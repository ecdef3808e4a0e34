import { expect, it } from 'vitest'
import { rereadWhenServed } from './reread-when-served.ts'

it('reads a page again only when the server is well, and asks until it is', async () => {
  const answers = [false, false, true]
  const done: string[] = []
  const ask = async () => {
    done.push('asked')
    return answers.shift() ?? false
  }
  await rereadWhenServed(() => done.push('read'), new AbortController().signal, ask, 1)
  expect(done).toEqual(['asked', 'asked', 'asked', 'read'])
})

it('reads nothing for a page that is left meanwhile', async () => {
  const left = new AbortController()
  const done: string[] = []
  const ask = async () => {
    left.abort()
    return true
  }
  await rereadWhenServed(() => done.push('read'), left.signal, ask, 1)
  expect(done).toEqual([])
})
