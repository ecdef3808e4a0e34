import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from '../record/canonical-json.ts'
import { formKinds } from '../record/month-record.ts'
import { paragraph, proseOf } from '../testing/build-prose-json.ts'
import { buildRecord } from '../testing/build-record.ts'
import { currentForms, makePaper } from './forms.ts'
import type { Paper, PaperTable } from './paper.ts'
import type { PaperSource } from './paper-source.ts'

const proof = {
  code: '7F3A-91C2',
  sha256: 'ab'.repeat(32),
  address: 'https://banviec.example/v/7F3A-91C2',
}

const tablesOf = (paper: Paper): PaperTable[] =>
  paper.blocks.filter((block) => block.kind === 'table')
const textsOf = (table: PaperTable) => table.rows.map(({ cells }) => cells.map(({ text }) => text))
const headings = (paper: Paper) =>
  paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const spoken = (paper: Paper) =>
  paper.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  )

describe('[F50] the plan', () => {
  const paper = makePaper(buildRecord(), 'plan-1', proof)

  it('has the head, number and date of a Party document', () => {
    expect(paper.head).toEqual({
      above: 'ĐẢNG BỘ XÃ NA TÔNG',
      issuer: 'CHI BỘ BẢN NA TÔNG 1',
      number: 'Số 12-KH/CB',
      party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
      date: 'Na Tông, ngày 05 tháng 12 năm 2026',
      mark: null,
    })
    expect(paper.signature).toMatchObject({
      onBehalf: 'T/M CHI BỘ',
      office: 'BÍ THƯ',
      name: 'Đặng Xuân Thành',
    })
    expect(paper.title).toMatchObject({ kind: 'KẾ HOẠCH', remark: null })
    expect(paper.foot).toBe('Bản chốt lần 1, mã đối chiếu 7F3A-91C2')
  })

  it('has its five parts, numbered', () => {
    expect(headings(paper)).toEqual([
      'I. Đánh giá kết quả tháng 11',
      'II. Nhiệm vụ trọng tâm tháng 12',
      'III. Phân công nhiệm vụ',
      'IV. Phân công đảng viên phụ trách, hỗ trợ nhóm hộ',
      'V. Tổ chức thực hiện',
    ])
  })

  it('says who does which task, with how often it was carried', () => {
    const [tasks] = tablesOf(paper).map(textsOf)
    expect(tasks?.[1]).toEqual([
      '2',
      'Làm xong thẻ bảo hiểm y tế cho 2 hộ nghèo (chuyển tiếp lần 2)',
      'Phạm Quốc Dơ',
      'Cà Văn Dơ',
      'Nhóm 5, 15',
      '15/12',
    ])
    expect(tasks?.[3]?.slice(3)).toEqual(['Vì Văn Quân', 'Cả bản', '09/12'])
  })

  it('sums the groups, and says everyone in charge of one', () => {
    const rows = tablesOf(paper).map(textsOf)[1]
    expect(rows?.[14]?.slice(0, 7)).toEqual([
      '15',
      '15',
      '8',
      '38',
      '3',
      '1',
      'Đặng Xuân Thành, Phạm Quốc Quang',
    ])
    expect(rows?.at(-1)).toEqual([
      'Cộng',
      '136',
      '696',
      '15',
      '14',
      '15 đảng viên phụ trách 17 nhóm hộ',
    ])
  })

  it('says the meeting, the counts of members and why something stays as it is', () => {
    expect(spoken(paper)).toEqual(
      expect.arrayContaining([
        'Chi bộ có 17 đảng viên: 15 phụ trách nhóm hộ, 2 miễn công tác.',
        'Đồng chí Bạc Cầm Thành nhận 2 nhóm vì hai nhóm cạnh nhau, đồng chí xin giữ hết tháng 12.',
        'Kế hoạch được thông qua ngày 05/12/2026: có mặt 15/17 đảng viên, tán thành 15/15.',
      ]),
    )
  })

  it('is a resolution or a conclusion when its number says so', () => {
    const meeting = { ...buildRecord().meeting, documentNumber: '03-NQ/CB' }
    const resolution = makePaper(buildRecord({ meeting }), 'plan-1', proof)
    expect(resolution.title.kind).toBe('NGHỊ QUYẾT')
    expect(spoken(resolution).at(-1)).toMatch(/^Nghị quyết được thông qua/)
  })

  it('leaves out a part that says nothing, and numbers the others through', () => {
    const { content } = buildRecord()
    const empty = {
      ...content,
      prose: { ...content.prose, review: proseOf(paragraph(' ')) },
      tasks: [],
    }
    expect(headings(makePaper(buildRecord({ content: empty }), 'plan-1', proof))).toEqual([
      'I. Nhiệm vụ trọng tâm tháng 12',
      'II. Phân công đảng viên phụ trách, hỗ trợ nhóm hộ',
      'III. Tổ chức thực hiện',
    ])
  })

  it('keeps lists, headings and marks of the text', () => {
    const { content } = buildRecord()
    const list = proseOf({
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('một'),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('trong')] }] },
          ],
        },
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'hai', marks: [{ type: 'bold' }] }],
            },
          ],
        },
      ],
    })
    const withList = { ...content, prose: { ...content.prose, review: list } }
    const blocks = makePaper(buildRecord({ content: withList }), 'plan-1', proof).blocks.slice(1, 4)
    expect(blocks).toMatchObject([
      { depth: 1, marker: '3.', runs: [{ text: 'một' }] },
      { depth: 2, marker: '-', runs: [{ text: 'trong' }] },
      { depth: 1, marker: '4.', runs: [{ text: 'hai', bold: true }] },
    ])
  })
})

it('[F51] a draft says so, and has neither date, code nor number that nobody gave', () => {
  const source: PaperSource = { ...buildRecord(), finalised: null, meeting: null }
  for (const kind of formKinds) {
    const paper = makePaper(source, currentForms[kind], null)
    expect(paper.head).toMatchObject({
      mark: 'DỰ THẢO',
      number: 'Số ……-KH/CB',
      date: 'Na Tông, ngày …… tháng …… năm 2026',
    })
    expect(paper).toMatchObject({ proof: null, at: null, foot: 'Dự thảo, chưa chốt' })
    expect(paper.signature.name).toBe('Đặng Xuân Thành')
  }
})

it('[F51] a version after a reopening says which it is, and why', () => {
  const { finalised } = buildRecord()
  const reopened = {
    version: 1,
    sha256: 'd'.repeat(64),
    at: finalised.at,
    reason: 'ghi nhầm hạn',
    by: finalised.by,
  }
  const paper = makePaper(buildRecord({ version: 2, reopened }), 'plan-1', proof)
  expect(paper.title.remark).toBe(
    '(Bản chốt lần 2, thay bản chốt lần 1. Lý do mở lại: ghi nhầm hạn)',
  )
  expect(paper.foot).toBe('Bản chốt lần 2, mã đối chiếu 7F3A-91C2')
})

it('[F50] the list of assignments has every member once, with the reason of whoever has no group', () => {
  const [table] = tablesOf(makePaper(buildRecord(), 'assignments-1', proof))
  const rows = table ? textsOf(table) : []
  expect(rows.slice(0, -1).map((row) => row[1])).toEqual(
    buildRecord().content.members.map(({ name }) => name),
  )
  expect(rows[3]).toEqual([
    '4',
    'Bạc Cầm Thành',
    '–',
    'Nhóm 2, 12',
    'bản Na Tông 1',
    '16',
    '–',
    '–',
    '–',
    '–',
  ])
  expect(rows[15]?.at(-1)).toBe('miễn công tác')
  expect(rows.at(-1)).toEqual(['Cộng trong chi bộ', '17/17 nhóm', '136', '15', '14', ''])
})

it('[F50] who works by field stands in a table of their own', () => {
  const { content } = buildRecord()
  const byField = {
    ...content,
    groups: [],
    assignments: [
      { memberId: 'm4', target: { kind: 'hamlet', id: 'h1', field: 'education' } as const },
    ],
  }
  const [, table] = tablesOf(makePaper(buildRecord({ content: byField }), 'plan-1', proof))
  expect(table && textsOf(table)).toEqual([['1', 'Quàng Thị Mai', 'giáo dục', 'bản Na Tông 1']])
})

// One that differs means that old records print otherwise than they did: make another version of the form instead.
it.each([
  ['plan-1', '0cebaf9ed9bf8a255cfa017b504622b0e93ed7683a922111cc4849fbf002e9cb'],
  ['assignments-1', '65c20ebeee1efdc8f90797f908d3747a4612c851ead5f28ec9cf29dfa4d6257b'],
  ['tasks-1', '530efe4a4235fa042607813df77234f2c05fd4c4c7ad64251a3156546b864eae'],
])('[F52] %s prints what it always printed', (form, printed) => {
  expect(sha256Hex(canonicalJson(makePaper(buildRecord(), form, proof)))).toBe(printed)
})

it('[F52] a form that there never was is a bug', () => {
  expect(() => makePaper(buildRecord(), 'plan-0', null)).toThrow('no form plan-0')
})
