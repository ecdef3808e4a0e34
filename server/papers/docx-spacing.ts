import { LineRuleType } from 'docx'

/** Lines of so many times the face's own height. */
export function lineSpacing(times: number) {
  return { line: Math.round(240 * times), lineRule: LineRuleType.AUTO }
}
