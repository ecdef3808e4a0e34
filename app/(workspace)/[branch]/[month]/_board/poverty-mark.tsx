/** ● poor, ◐ near-poor: an official fact in earth brown, never an alarm. The word stands beside it. */
export function PovertyMark({ status }: { status: 'poor' | 'nearPoor' }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-[11px] flex-none text-need">
      {status === 'poor' ? (
        <circle cx="12" cy="12" r="10" fill="currentColor" />
      ) : (
        <>
          <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2.6" />
          <path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor" />
        </>
      )}
    </svg>
  )
}
