/** The filled part of a whole, the gap hatched. It says nothing by itself: the figures stand beside it. */
export function Meter({ done, all, className }: { done: number; all: number; className: string }) {
  const percent = all === 0 ? 100 : (done / all) * 100
  return (
    <span
      aria-hidden="true"
      className={`hatched block overflow-hidden rounded-sm shadow-[inset_0_0_0_1px_var(--color-line-strong)] ${className}`}
    >
      <span className="block h-full bg-meter" style={{ width: `${percent}%` }} />
    </span>
  )
}
