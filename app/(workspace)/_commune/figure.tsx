/** A number in a column; nothing to count is said quietly. */
export function Figure({ value, isFirst = false }: { value: number; isFirst?: boolean }) {
  return (
    <td className={`num px-1.5 text-right max-sm:hidden ${isFirst ? 'border-line border-l' : ''}`}>
      <span className={value === 0 ? 'text-ink-3' : undefined}>{value}</span>
    </td>
  )
}
