import { expect, test } from 'vitest'
import { hashingTurn } from './hashing-turn.ts'

/** Work that lasts until it is let go. */
function held(): { work: () => Promise<void>; started: () => boolean; letGo: () => void } {
  let letGo = () => {}
  let started = false
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return {
    work: async () => {
      started = true
      await gate
    },
    started: () => started,
    letGo,
  }
}

test('two work, fifty wait, the next is sent away, and a failure gives its turn on', async () => {
  const all = Array.from({ length: 52 }, held)
  const runs = all.map((one) => hashingTurn(one.work))
  expect(all.filter((one) => one.started())).toHaveLength(2)
  await expect(hashingTurn(async () => 1)).rejects.toMatchObject({ code: 'serverBusy' })
  for (const one of all) one.letGo()
  await Promise.all(runs)
  await expect(hashingTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await Promise.all([1, 2, 3].map((n) => hashingTurn(async () => n)))).toEqual([1, 2, 3])
})
