import type { MonthRecord } from '../record/month-record.ts'
import type { RecordContent, RecordGroup, RecordTaskContent } from '../record/record-content.ts'
import type { SupportNeed } from '../vocabulary.ts'
import { paragraph, proseOf } from './build-prose-json.ts'

const names = [
  'Đặng Xuân Thành',
  'Nguyễn Văn Thành',
  'Vì Thị Ún',
  'Bạc Cầm Thành',
  'Quàng Thị Mai',
  'Phạm Quốc Dơ',
  'Lò Thị Hồng',
  'Cà Văn Dơ',
  'Cà Văn Cường',
  'Lường Văn Sơn',
  'Hoàng Thị Nga',
  'Lèo Văn Hùng',
  'Vì Văn Quân',
  'Phạm Quốc Quang',
  'Lò Văn Quân',
  'Y Bhem Niê Kđăm Ƀuôn Jŭ',
  'Giàng A Pềnh',
] as const

/** Number, people, poor, near-poor, who is in charge (places in `names`), what is needed. */
const groups: readonly [number, number, number, readonly number[], readonly SupportNeed[]][] = [
  [46, 0, 1, [2], ['schooling', 'loan']],
  [39, 0, 0, [3], []],
  [42, 1, 1, [4], ['water', 'healthInsurance']],
  [37, 0, 0, [0], []],
  [49, 2, 0, [5], ['healthInsurance', 'schooling']],
  [40, 2, 0, [1], ['farmingTechnique', 'schooling']],
  [35, 1, 3, [6], ['schooling', 'water', 'housing']],
  [41, 0, 2, [7], ['loan', 'work']],
  [33, 0, 1, [8], ['housing', 'schooling']],
  [41, 2, 0, [9], ['farmingTechnique', 'water', 'loan']],
  [41, 2, 0, [10], ['housing', 'schooling']],
  [35, 0, 0, [3], []],
  [41, 0, 1, [11], ['housing']],
  [48, 1, 2, [12], ['seedsAndLivestock', 'work', 'healthInsurance']],
  [38, 3, 1, [0, 13], ['loan', 'healthInsurance', 'seedsAndLivestock', 'work']],
  [43, 0, 1, [14], ['water', 'loan']],
  [47, 1, 1, [11], ['water', 'housing']],
]

/** Title, doers, co-doers, groups (none: the hamlet), due day of December, times carried. */
const tasks: readonly [string, number[], number[], number[], number, number][] = [
  ['Vận động, giúp 3 cháu ra lớp đều sau mùa rẫy', [6], [2], [7], 20, 0],
  ['Làm xong thẻ bảo hiểm y tế cho 2 hộ nghèo', [5], [7], [5, 15], 15, 2],
  ['Đăng ký lớp học nghề cho 2 hộ', [12], [], [14, 15], 28, 3],
  ['Che chắn chuồng trại, giữ ấm cho trâu bò', [0], [12], [], 9, 0],
  ['Khơi mương, sửa bể lọc nước sạch', [14], [4], [3, 16], 25, 0],
  ['Giúp lợp lại mái nhà trước đợt rét', [11], [10], [11, 17], 22, 0],
  ['Hướng dẫn thủ tục vay vốn ưu đãi', [7], [13], [8, 10], 18, 0],
  ['Tổng vệ sinh đường bản, nhà văn hóa', [1], [15, 8], [], 30, 0],
]

const memberId = (place: number) => `m${place}`
const by = { personId: 'p0', name: names[0], office: 'secretary' } as const

/** A finalised December of a branch in Na Tông, whole, for tests of what is printed; `changes` replaces parts of it. */
export function buildRecord(changes: Partial<MonthRecord> = {}): MonthRecord {
  return {
    format: 1,
    id: '0199a000-0000-7000-8000-000000000001',
    version: 1,
    content: buildContent(),
    contentSha256: 'c'.repeat(64),
    figures: {
      groups: { done: 17, all: 17 },
      households: { done: 136, all: 136 },
      poor: { done: 15, all: 15 },
      nearPoor: { done: 14, all: 14 },
      members: {
        all: 17,
        inCharge: 15,
        byField: 0,
        exempt: 2,
        away: 0,
        newlyAdmitted: 0,
        noReason: 0,
      },
      tasks: { all: 8, done: 0, notDone: 0, carried: 2 },
    },
    meeting: {
      heldOn: '2026-12-05',
      present: 15,
      members: 17,
      voters: 15,
      inFavour: 15,
      documentNumber: '12-KH/CB',
    },
    justifications: [
      {
        checkKey: 'overLimit m3',
        words:
          'Đồng chí Bạc Cầm Thành nhận 2 nhóm vì hai nhóm cạnh nhau, đồng chí xin giữ hết tháng 12',
        by,
        at: '2026-12-05T12:30:00.000Z',
      },
    ],
    signOffs: [],
    open: { comments: 0, proposals: 0 },
    forms: { plan: 'plan-1', assignments: 'assignments-1', tasks: 'tasks-1' },
    finalised: { at: '2026-12-05T13:00:00.000Z', day: '2026-12-05', by },
    reopened: null,
    ...changes,
  }
}

function buildContent(): RecordContent {
  return {
    branch: {
      id: 'b1',
      name: 'Chi bộ bản Na Tông 1',
      communeId: 'c1',
      communeName: 'xã Na Tông',
    },
    month: '2026-12',
    hamlets: [{ id: 'h1', name: 'Na Tông 1' }],
    members: names.map((name, place) => ({
      id: memberId(place),
      code: `NT-DV${place}`,
      name,
      standing: 'official',
      office: place === 0 ? 'secretary' : place === 1 ? 'deputy' : null,
      field: null,
      reason: place > 14 ? { kind: 'exempt', until: null } : null,
      maxGroups: 3,
    })),
    groups: groups.map(buildGroup),
    assignments: groups.flatMap(([, , , holders], index) =>
      holders.map((holder) => ({
        memberId: memberId(holder),
        target: { kind: 'group', id: `g${index + 1}` },
      })),
    ),
    tasks: tasks.map(buildTask),
    prose: {
      review: proseOf(
        paragraph(
          'Chi bộ đã làm xong 6 trong 9 việc; 1 việc thôi không làm, có lý do; 2 việc mang sang tháng 12. Có 14 đảng viên phụ trách, hỗ trợ 128 trong 136 hộ.',
        ),
      ),
      focus: proseOf(
        paragraph(
          'Giúp các hộ nghèo, cận nghèo phòng chống rét cho người và gia súc; đưa học sinh ra lớp đều trước kỳ nghỉ; hoàn tất hồ sơ vay vốn, bảo hiểm y tế còn dở từ tháng 11.',
        ),
        paragraph(
          'Mỗi đồng chí đến từng hộ trong nhóm ít nhất một lần, hỏi hộ cần hỗ trợ gì và báo kết quả trước ngày 28/12.',
        ),
      ),
      organisation: proseOf(
        paragraph(
          'Các đồng chí báo kết quả trước ngày 28/12; chi ủy tổng hợp, trình chi bộ tại cuộc họp ngày 03/01/2027.',
        ),
      ),
    },
  }
}

function buildGroup(
  [people, poor, nearPoor, , needs]: (typeof groups)[number],
  index: number,
): RecordGroup {
  return {
    id: `g${index + 1}`,
    name: `Nhóm ${index + 1}`,
    hamletId: 'h1',
    households: 8,
    people,
    poor,
    nearPoor,
    needs: needs.map((need) => ({ need, households: 1 })),
  }
}

function buildTask(
  [title, doers, coDoers, places, due, times]: (typeof tasks)[number],
  index: number,
): RecordTaskContent {
  return {
    id: `t${index}`,
    title,
    field: null,
    doers: doers.map(memberId),
    coDoers: coDoers.map(memberId),
    place:
      places.length > 0
        ? { kind: 'groups', ids: places.map((number) => `g${number}`) }
        : { kind: 'hamlet', id: 'h1' },
    due: `2026-12-${String(due).padStart(2, '0')}`,
    status: 'todo',
    result: '',
    carriedFrom: times > 0 ? { month: '2026-11', taskId: `s${index}`, times } : null,
  }
}
