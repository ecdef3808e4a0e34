/** Joins class names and leaves out whatever is not one: `classNames('a', isOn && 'b')`. */
export function classNames(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
