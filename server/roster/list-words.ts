import type {
  BranchOffice,
  HouseholdStatus,
  ReasonClass,
  Standing,
  Strength,
  SupportNeed,
  WorkField,
} from '#domain/vocabulary.ts'
import { nameKey } from './name-key.ts'

/** The words that offices write for one closed list; the first of each value is the one we name in messages. */
export interface ListWords<Value> {
  find(word: string): Value | undefined
  /** What may stand in the cell, for a refusal. */
  allowed: string
}

function words<Value extends string>(entries: readonly [string, Value][]): ListWords<Value> {
  const byKey = new Map(entries.map(([word, value]) => [nameKey(word), value]))
  const named = entries.filter(([, value], i) => entries.findIndex(([, v]) => v === value) === i)
  return {
    find: (word) => byKey.get(nameKey(word)),
    allowed: named.map(([word]) => word).join(' / '),
  }
}

export const officeWords = words<BranchOffice>([
  ['Bí thư chi bộ', 'secretary'],
  ['Bí thư', 'secretary'],
  ['Phó bí thư', 'deputy'],
  ['Phó bí thư chi bộ', 'deputy'],
  ['Chi ủy viên', 'committee'],
])

export const standingWords = words<Standing>([
  ['chính thức', 'official'],
  ['dự bị', 'probationary'],
])

export const fieldWords = words<WorkField>([
  ['giáo viên', 'education'],
  ['giáo dục', 'education'],
  ['y tế', 'health'],
  ['quân sự', 'military'],
])

export const reasonWords = words<ReasonClass>([
  ['miễn công tác', 'exempt'],
  ['miễn công tác và sinh hoạt đảng', 'exempt'],
  ['tạm thời vắng', 'away'],
  ['tạm vắng', 'away'],
  ['mới kết nạp', 'newlyAdmitted'],
  ['công tác theo lĩnh vực', 'byField'],
  ['theo lĩnh vực', 'byField'],
])

export const strengthWords = words<Strength>([
  ['kỹ thuật trồng trọt', 'cropTechnique'],
  ['chăn nuôi', 'livestock'],
  ['tín dụng, vay vốn', 'credit'],
  ['tiếng dân tộc', 'localLanguage'],
  ['tin học', 'computing'],
  ['xây dựng', 'construction'],
  ['giáo dục', 'education'],
  ['thủy lợi nhỏ', 'irrigation'],
  ['y tế', 'health'],
  ['vận động quần chúng', 'mobilisation'],
])

export const statusWords = words<HouseholdStatus>([
  ['nghèo', 'poor'],
  ['hộ nghèo', 'poor'],
  ['cận nghèo', 'nearPoor'],
  ['hộ cận nghèo', 'nearPoor'],
])

export const needWords = words<SupportNeed>([
  ['giống cây trồng, vật nuôi', 'seedsAndLivestock'],
  ['kỹ thuật sản xuất', 'farmingTechnique'],
  ['vay vốn ưu đãi', 'loan'],
  ['việc làm, học nghề', 'work'],
  ['nhà ở', 'housing'],
  ['nước sạch, vệ sinh', 'water'],
  ['duy trì đi học', 'schooling'],
  ['bảo hiểm y tế', 'healthInsurance'],
  ['tiếp cận dịch vụ số', 'digitalServices'],
])
