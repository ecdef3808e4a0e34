import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { GroupView } from '#domain/roster-view.ts'
import { PovertyDot } from './poverty-facts.tsx'
import { Section } from './section.tsx'

/** What may be known of a group by everybody: how many, how poor, what they need help with. */
export function GroupFacts({ group }: { group: GroupView }) {
  const t = useTranslations('light.group')
  const need = useTranslations('words.need')
  const count = useTranslations('words.count')
  return (
    <>
      <dl className="mt-2.5 grid grid-cols-[0.7fr_0.8fr_1fr_1.25fr] divide-x divide-line rounded-lg border border-line bg-raised">
        <Fact label={t('households')} value={group.households} />
        <Fact label={t('people')} value={group.people} />
        <Fact label={t('poor')} mark={<PovertyDot />} value={group.poor} />
        <Fact label={t('nearPoor')} mark={<PovertyDot isHalf />} value={group.nearPoor} />
      </dl>
      {group.needs.length > 0 && (
        <Section title={t('needs')}>
          <ul className="rounded-lg border border-line bg-raised px-3.5 py-1">
            {group.needs.map((each) => (
              <li className="flex min-h-9 items-center gap-2.5" key={each.need}>
                <span className="first-letter:uppercase">{need(each.need)}</span>
                <span className="num ml-auto text-ink-2 text-base">
                  {count('households', { count: each.households })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Fact({ label, value, mark }: { label: string; value: number; mark?: ReactNode }) {
  return (
    <div className="px-3 py-2">
      <dt className="flex items-center gap-1.25 whitespace-nowrap text-ink-2 text-sm">
        {mark}
        {label}
      </dt>
      <dd className="num font-semibold text-[1.125rem]">{value}</dd>
    </div>
  )
}
