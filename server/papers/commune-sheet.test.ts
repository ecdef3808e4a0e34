import readSheets from 'read-excel-file/node'
import { afterAll, expect, it, vi } from 'vitest'
import { commune1 } from '#domain/papers/commune-1.ts'
import type { BranchMonth } from '#domain/record/commune-month.ts'
import { PaperPress } from './paper-press.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const press = new PaperPress()
afterAll(() => press.close())

const share = (done: number, all: number) => ({ done, all })
const noOne = { byField: 0, exempt: 0, away: 0, newlyAdmitted: 0 }

function branch(name: string, changes: Partial<BranchMonth>): BranchMonth {
  return {
    branchId: name,
    name,
    hasGroups: true,
    state: 'drafting',
    version: null,
    recordId: null,
    figures: {
      groups: share(16, 17),
      households: share(128, 136),
      poor: share(14, 15),
      nearPoor: share(11, 14),
      members: { all: 17, inCharge: 16, noReason: 1, ...noOne },
      tasks: { all: 9, done: 6, notDone: 1, carried: 2 },
    },
    openAdvice: 5,
    before: share(6, 9),
    trend: [],
    lastEditAt: null,
    asOf: '2026-12-05T07:32:00Z',
    ...changes,
  }
}

it('[F89] a commune’s month is a workbook of numbers that add up, read back by another library; no name is a formula', async () => {
  const branches = [
    branch('Chi bộ bản Na Ố', {}),
    branch('=HYPERLINK("http://xau")', { state: 'notOpened', before: null, openAdvice: 0 }),
  ]
  const now = Date.parse('2026-12-05T14:32:00+07:00')
  const paper = commune1({ commune: { name: 'xã Na Tông' }, month: '2026-12', branches, now })
  const bytes = await press.drawPaper(paper, 'xlsx', { line: 'somebody' })
  const [sheet] = await readSheets(Buffer.from(bytes))
  const rows = sheet?.data ?? []
  const said = rows.flat().filter((cell) => typeof cell === 'string')
  expect(said).toContain('(Số liệu đến 14:32 ngày 05/12/2026)')
  const at = rows.findIndex((row) => row.includes('Chi bộ bản Na Ố'))
  expect(rows[at]).toEqual([
    ...[1, 'Chi bộ bản Na Ố', 'đang soạn', 16, 17, 128, 136, 14, 15, 11, 14],
    ...[17, 16, 0, 0, 0, 0, 1, 6, 9, 5],
  ])
  expect(rows[at + 1]?.slice(1, 3)).toEqual([`'=HYPERLINK("http://xau")`, 'chưa mở'])
  expect(rows[at + 2]?.slice(3)).toEqual([
    ...[32, 34, 256, 272, 28, 30, 22, 28, 34, 32, 0, 0, 0, 0, 2, 6, 9, 5],
  ])
})
