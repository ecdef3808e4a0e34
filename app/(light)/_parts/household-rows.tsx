import { useTranslations } from 'next-intl'
import type { HouseholdView } from '#domain/roster-view.ts'
import { PovertyDot } from './poverty-facts.tsx'
import { Section } from './section.tsx'

/** The households of a group, for those who look after it or lead the branch. A page with it is not kept on the phone. */
export function HouseholdRows({ households }: { households: readonly HouseholdView[] }) {
  const t = useTranslations('light.group')
  const need = useTranslations('words.need')
  const status = useTranslations('words.householdStatus')
  const count = useTranslations('words.count')
  return (
    <Section count={households.length} title={t('list')}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised" data-not-kept="">
        {households.map((household) => (
          <li className="px-3.5 py-2.5 leading-tight" key={household.id}>
            <p className="flex items-baseline justify-between gap-3">
              <b>{household.headName}</b>
              <span className="num text-ink-2 text-sm">
                {count('people', { count: household.people })}
              </span>
            </p>
            <p className="flex flex-wrap items-center gap-x-3.5 text-ink-2 text-base">
              {household.status !== 'none' && (
                <span className="inline-flex items-center gap-1.25">
                  <PovertyDot isHalf={household.status === 'nearPoor'} />
                  {status(household.status)}
                </span>
              )}
              {household.supportNeed && need(household.supportNeed)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
