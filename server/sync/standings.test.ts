import { expect, it } from 'vitest'
import { recheckEveryone } from './standings.ts'

it('[S2] the rights of those who come while they are read are read too, before they count', async () => {
  const noted: string[] = []
  const person = (name: string) => ({
    name,
    noteRight: (rev: bigint) => noted.push(`${name} ${rev}`),
  })
  const here = new Set([person('an')])
  const asked: string[][] = []
  await recheckEveryone(
    7n,
    () => here,
    async (some) => {
      asked.push([...some].map(({ name }) => name))
      if (here.size < 3) here.add(person(`late-${here.size}`))
    },
  )
  expect(asked).toEqual([['an'], ['late-1'], ['late-2']])
  expect(noted).toEqual(['an 7', 'late-1 7', 'late-2 7'])
})
