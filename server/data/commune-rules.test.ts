import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultRules, readRules } from '#domain/record/commune-rules.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { setCommuneRulesFor } from './commune-rules.ts'

let bed: SampleTestBed
beforeAll(async () => {
  bed = await openSampleTestBed()
})
afterAll(() => bed.close())

const kept = async () =>
  bed.database.prisma.communeRules.findUnique({ where: { communeId: bed.communeId } })

it('[F34] the office sets what each check weighs, how many sign off and the day; nobody else does', async () => {
  const weights = { ...defaultRules.weights, overLimit: 'block', openComments: 'note' } as const
  const rules = { signOffs: 2, dueDay: 7, weights }
  for (const username of ['bithu', 'phobithu', 'chiuy', 'canbo', 'dangvien', 'bithu2']) {
    const asker = await bed.asker(username)
    const attempt = setCommuneRulesFor(bed.database, asker, bed.communeId, rules)
    await expect(attempt).rejects.toMatchObject({ code: 'noRight' })
  }
  const office = await bed.asker('vanphong')
  await setCommuneRulesFor(bed.database, office, bed.communeId, rules)
  const row = await kept()
  expect(readRules(row)).toEqual(rules)
  expect(row?.weights).toEqual({ overLimit: 'block', openComments: 'note' })
  const entries = await bed.database.prisma.auditEntry.findMany({ where: { what: 'rules' } })
  expect(entries.map(({ personId }) => personId)).toEqual([office.personId])
  const elsewhere = await bed.branchId('Na Tông 1')
  await expect(setCommuneRulesFor(bed.database, office, elsewhere, rules)).rejects.toMatchObject({
    code: 'noRight',
  })
})

it('[F34] rules that cannot be are refused whole', async () => {
  const office = await bed.asker('vanphong')
  const before = await kept()
  const { weights } = defaultRules
  const bad = [
    { signOffs: 8, dueDay: 5, weights },
    { signOffs: 0, dueDay: 29, weights },
    { signOffs: 0, dueDay: 5, weights: { ...weights, overLimit: 'rank' } },
    { signOffs: 0, dueDay: 5, weights: { ...weights, ethnicity: 'note' } },
    { signOffs: 0, dueDay: 5, weights: {} },
  ]
  for (const rules of bad) {
    const attempt = setCommuneRulesFor(bed.database, office, bed.communeId, rules)
    await expect(attempt).rejects.toMatchObject({ code: 'badInput' })
  }
  expect(await kept()).toEqual(before)
})
