import { foldVi } from '../names.ts'
import type { FormKind, MonthRecord } from '../record/month-record.ts'

const forms: Record<FormKind, string> = {
  plan: 'ke-hoach',
  assignments: 'bieu-1-phan-cong',
  tasks: 'bieu-3-nhiem-vu',
}

/** `ke-hoach_chi-bo-ban-na-tong-1_2026-12_lan-1`: letters that every system takes, and what tells it from the others. */
export function paperFileName(
  kind: FormKind,
  record: Pick<MonthRecord, 'content' | 'version'>,
): string {
  return `${forms[kind]}_${recordFileName(record)}`
}

/** The same without a form. */
export function recordFileName({
  content,
  version,
}: Pick<MonthRecord, 'content' | 'version'>): string {
  return `${asFileName(content.branch.name)}_${content.month}_lan-${version}`
}

export function asFileName(name: string): string {
  return foldVi(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

/**
 * The folder of a branch's papers among those of `count` branches, with its place among them before it, counted from 0:
 * names of branches may differ in their marks alone.
 */
export function recordFolderName(
  record: Pick<MonthRecord, 'content' | 'version'>,
  place: number,
  count: number,
): string {
  const digits = Math.max(2, String(count).length)
  return `${String(place + 1).padStart(digits, '0')}-${recordFileName(record)}`
}
