/** People round a table: the mark of the house. Decoration; the name stands beside it. */
export function BrandMark({ className }: { className?: string | undefined }) {
  return (
    <svg aria-hidden="true" className={className} viewBox="0 0 24 24">
      <rect fill="currentColor" height="7" rx="2" width="11" x="6.5" y="8.5" />
      <path
        d="M8.5 4.5h2.2M13.3 4.5h2.2M8.5 19.5h2.2M13.3 19.5h2.2M2.8 12h.01M21.2 12h.01"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeWidth="2"
      />
    </svg>
  )
}
