import { useTranslations } from 'next-intl'

/** How many poor and near-poor households there are: ● and ◐ in earth brown, a fact and no alarm. */
export function PovertyFacts({ poor, nearPoor }: { poor: number; nearPoor: number }) {
  const t = useTranslations('light.facts')
  return (
    <span className="flex flex-wrap gap-x-3.5">
      <span className="inline-flex items-center gap-1.25 whitespace-nowrap">
        <PovertyDot />
        {t('poor', { count: poor })}
      </span>
      <span className="inline-flex items-center gap-1.25 whitespace-nowrap">
        <PovertyDot isHalf />
        {t('nearPoor', { count: nearPoor })}
      </span>
    </span>
  )
}

export function PovertyDot({ isHalf = false }: { isHalf?: boolean }) {
  return (
    <svg aria-hidden="true" className="size-2.75 flex-none text-need" viewBox="0 0 24 24">
      {isHalf ? (
        <>
          <circle cx="12" cy="12" fill="none" r="9" stroke="currentColor" strokeWidth="2.6" />
          <path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor" />
        </>
      ) : (
        <circle cx="12" cy="12" fill="currentColor" r="10" />
      )}
    </svg>
  )
}
