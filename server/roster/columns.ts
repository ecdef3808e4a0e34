/** The columns of the office's two lists, by the names that their headers carry. */
export interface ListColumns<Name extends string = string> {
  /** Read, each required. */
  read: Readonly<Record<Name, string>>
  /** Known, never read: the design keeps no such field. */
  leftOut: readonly string[]
}

export const memberColumns = {
  read: {
    code: 'Mã',
    fullName: 'Họ và tên',
    branch: 'Chi bộ',
    hamlet: 'Nơi cư trú',
    office: 'Chức vụ',
    standing: 'Diện đảng viên',
    field: 'Lĩnh vực công tác',
    reason: 'Lý do không phân công',
    strengths: 'Sở trường',
    maxGroups: 'Số nhóm tối đa',
  },
  leftOut: ['Ngày vào Đảng'],
} as const satisfies ListColumns

export const householdColumns = {
  read: {
    code: 'Mã hộ',
    headName: 'Chủ hộ',
    hamlet: 'Thôn/bản',
    group: 'Nhóm hộ',
    people: 'Số khẩu',
    status: 'Diện hộ',
    supportNeed: 'Nhu cầu hỗ trợ',
  },
  leftOut: [],
} as const satisfies ListColumns
