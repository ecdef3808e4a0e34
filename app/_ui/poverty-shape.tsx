/** ● poor, ◐ near-poor, in earth brown: a fact, not an alarm. Stands beside its word or figure. */
export function PovertyShape({ status }: { status: 'poor' | 'nearPoor' }) {
  return (
    <svg
      aria-hidden="true"
      className="inline size-2.75 shrink-0 align-[-1px] text-need"
      viewBox="0 0 24 24"
    >
      {status === 'poor' ? (
        <circle cx="12" cy="12" fill="currentColor" r="10" />
      ) : (
        <>
          <circle cx="12" cy="12" fill="none" r="9" stroke="currentColor" strokeWidth="2.6" />
          <path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor" />
        </>
      )}
    </svg>
  )
}
