import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { committedPlanFor } from './plan-reading.ts'

let bed: SampleTestBed
let branchId: string
beforeAll(async () => {
  bed = await openSampleTestBed()
  branchId = await bed.branchId('Na Tông 1')
})
afterAll(() => bed.close())

it('[H1] gives the committed plan to everyone who may look, and to nobody else', async () => {
  const month = '2027-03'
  const { memberId } = await bed.asker('dangvien')
  const groupId = await bed.groupId('Na Tông 1', 'Nhóm 3')
  expect(await committedPlanFor(bed.database, await bed.asker('canbo'), branchId, month)).toBe(null)
  await bed.assign(month, String(memberId), groupId)
  for (const username of ['vanphong', 'bithu', 'phobithu', 'chiuy', 'canbo', 'dangvien']) {
    const plan = await committedPlanFor(bed.database, await bed.asker(username), branchId, month)
    expect(plan?.view.assignments).toMatchObject([{ memberId, target: { id: groupId } }])
    expect(plan?.prose.focus.type).toBe('doc')
  }
  const stranger = await bed.asker('bithu2')
  await expect(committedPlanFor(bed.database, stranger, branchId, month)).rejects.toMatchObject({
    code: 'noRight',
  })
  await expect(committedPlanFor(bed.database, stranger, branchId, '2027-3')).rejects.toMatchObject({
    code: 'badMonth',
  })
})
