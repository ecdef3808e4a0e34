import { LineRuleType } from 'docx'

/**
 * Lines so high (points), and higher only for what has no room in them: as high in the face of another machine that
 * stands in for ours.
 */
export function lineSpacing(points: number) {
  return { line: Math.round(20 * points), lineRule: LineRuleType.AT_LEAST }
}
