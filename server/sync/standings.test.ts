import { expect, it } from 'vitest'
import { recheckEveryone } from './standings.ts'

it('[S2] the rights of those who come while they are read are read too, before they count', async () => {
  const here = new Set(['an'])
  const asked: string[][] = []
  await recheckEveryone(
    () => here,
    async (some) => {
      asked.push([...some])
      if (here.size < 3) here.add(`late-${here.size}`)
    },
  )
  expect(asked).toEqual([['an'], ['late-1'], ['late-2']])
})
